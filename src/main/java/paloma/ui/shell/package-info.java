/** The window itself: rail, zones, narrow form, toasts and what happens around it. */
package paloma.ui.shell;
