/** What a link is, and the ports through which a wire reports. */
package paloma.wire;
