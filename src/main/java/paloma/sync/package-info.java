/** Two logs becoming equal: digests, vectors, pages and markers on a link. */
package paloma.sync;
