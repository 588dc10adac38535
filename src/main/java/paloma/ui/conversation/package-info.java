/** One conversation: header, timeline, file cards, composer and what may be dropped on it. */
package paloma.ui.conversation;
