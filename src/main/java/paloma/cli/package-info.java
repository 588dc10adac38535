/** The command line, the headless node and the local control socket. */
package paloma.cli;
