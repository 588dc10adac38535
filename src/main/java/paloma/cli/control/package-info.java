/** The control socket: one JSON request a line, JSON answers, on both its ends. */
package paloma.cli.control;
