/** How times, sizes, people and problems are put into words. */
package paloma.ui.wording;
