/** The small things every page is made of: marks, badges, avatars, buttons, pictures in text. */
package paloma.ui.parts;
