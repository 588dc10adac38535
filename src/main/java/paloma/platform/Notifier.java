package paloma.platform;

/** Shows a notification of the desktop. Thread-safe. */
public interface Notifier extends AutoCloseable {
  /**
   * Shows a notification; one with the same topic is replaced, so that ten messages of one person
   * are one notification. False when it could not be shown.
   *
   * @param clicked runs on any thread
   */
  boolean show(String topic, String title, String text, Runnable clicked);

  @Override
  void close();
}
