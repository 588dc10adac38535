/** Paloma's own wire: signed announcements and TLS links to a proven key. */
package paloma.wire.secure;
