/** What works on this network and what blocks, in the person's words. */
package paloma.doctor;
