package paloma.core;

import paloma.model.Message;

/**
 * How far an own message has come.
 *
 * @param state the weakest over the recipients
 * @param delivered recipients who have stored it
 * @param read recipients who have read it
 * @param of recipients
 */
public record Delivery(Message message, Message.State state, int delivered, int read, int of) {}
