/** Colleagues as a tree of departments, their search and their card. */
package paloma.ui.people;
