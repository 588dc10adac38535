/** A LAN in memory that supplies the same links as the real wire. */
package paloma.wire.loopback;
