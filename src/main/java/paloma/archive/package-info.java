/** History as files: transcripts, sealed backups, and what other programs left. */
package paloma.archive;
