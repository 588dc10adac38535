/** The settings file, and the words in the person's language. */
package paloma.settings;
