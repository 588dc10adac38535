/** Headers, chains and the timeline: what is said, in its author's log. */
package paloma.log;
