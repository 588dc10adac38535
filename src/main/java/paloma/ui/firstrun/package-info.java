/** The one page somebody sees before the first start. */
package paloma.ui.firstrun;
