/** Network interfaces, datagram ports and multicast DNS. */
package paloma.net;
