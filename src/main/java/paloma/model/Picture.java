package paloma.model;

/**
 * A decoded picture, so that no front-end ever decodes bytes of others.
 *
 * @param argb rows from above, not premultiplied; width × height pixels
 */
public record Picture(int width, int height, int[] argb) {
  /** The longest an encoded picture of somebody may be: it travels as one frame. */
  public static final int MAX_BYTES = 64 * 1024;
}
