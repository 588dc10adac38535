package paloma.boot;

import paloma.cli.PalomaCommand;
import paloma.settings.ProgramHome;

/** Where every Paloma process begins: window, headless node or command? */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Traces.keepBeside(ProgramHome.portableHere(), ProgramHome.launcher(), System.getProperties());
    System.exit(PalomaCommand.run(args, new Assembly()));
  }
}
