/** The SQLite database: one writer, one small store for each noun. */
package paloma.store;
