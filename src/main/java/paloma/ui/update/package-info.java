/** The newer Paloma that colleagues pass on: one strip, above the pages and among the settings. */
package paloma.ui.update;
