/** Groups in the window: choosing people for one, and the pane that tells all about it. */
package paloma.ui.group;
