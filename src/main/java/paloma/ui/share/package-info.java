/** Files from elsewhere that somebody is about to send, and the people to choose for them. */
package paloma.ui.share;
