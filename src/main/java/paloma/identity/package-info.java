/** Our key, its certificate and the proofs made with it. */
package paloma.identity;
