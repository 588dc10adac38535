/** Mail for somebody absent that is left with colleagues: sealed, carried, handed over. */
package paloma.mail;
