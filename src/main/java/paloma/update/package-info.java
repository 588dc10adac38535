/** Signed releases: what they say, whom they are for, and the shelf on which they lie here. */
package paloma.update;
