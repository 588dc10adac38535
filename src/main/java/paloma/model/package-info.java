/** The nouns of Paloma: immutable values that every room may name. */
package paloma.model;
