package paloma.boot;

import paloma.cli.PalomaCommand;

/** Where every Paloma process begins: window, headless node or command? */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(PalomaCommand.run(args, new Assembly()));
  }
}
