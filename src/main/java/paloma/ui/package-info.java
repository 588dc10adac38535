/** The JavaFX window. */
package paloma.ui;
