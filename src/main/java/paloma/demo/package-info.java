/** A make-believe neighbourhood on the loopback wire. */
package paloma.demo;
