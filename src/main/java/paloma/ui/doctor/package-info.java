/** What is shown while nobody was found: causes and cures. */
package paloma.ui.doctor;
