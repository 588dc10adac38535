/** A running instance of a profile, and what starting one needs of the rest of the program. */
package paloma.cli.run;
