/** The messenger: all that a front-end can ask, and all it may want to show. */
package paloma.core;
