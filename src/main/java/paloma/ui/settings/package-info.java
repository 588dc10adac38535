/** What a person can set, on one page. */
package paloma.ui.settings;
