/** Named virtual threads and timers on an injected clock. */
package paloma.work;
