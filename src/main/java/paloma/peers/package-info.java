/** Who is on the LAN, how to reach them and how far they are trusted. */
package paloma.peers;
