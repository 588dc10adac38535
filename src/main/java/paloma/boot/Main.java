package paloma.boot;

/** Where every Paloma process begins: window, headless node or command? */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
