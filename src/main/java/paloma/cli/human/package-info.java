/** Answers and notices as people read them in a terminal. */
package paloma.cli.human;
