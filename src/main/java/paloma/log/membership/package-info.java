/** Who is in a group, judged from what every author had seen: pure. */
package paloma.log.membership;
