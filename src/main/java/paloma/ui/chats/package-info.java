/** The list of conversations and what is found from there. */
package paloma.ui.chats;
