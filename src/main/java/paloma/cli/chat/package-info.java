/** The chat in a terminal: full-screen, or line by line where the terminal cannot. */
package paloma.cli.chat;
