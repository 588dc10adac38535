package paloma;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which room may know which: the table of {@code src/docs/architecture.md}, kept true. */
@AnalyzeClasses(packages = "paloma", importOptions = DoNotIncludeTests.class)
final class RoomsTest {
  private static final String ALL = "*";

  /** Every room and those that it may know beside itself. */
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          room("boot", ALL),
          room("model"),
          room("work"),
          room(
              "core",
              "archive",
              "log",
              "mail",
              "sync",
              "peers",
              "transfer",
              "doctor",
              "wire",
              "store",
              "files",
              "identity",
              "settings",
              "update",
              "work",
              "model"),
          room("log", "store", "work", "model"),
          room("archive", "store", "settings", "model"),
          room("sync", "log", "frames", "wire", "work", "model"),
          room("mail", "log", "sync", "store", "work", "model"),
          room("frames", "model"),
          room("peers", "wire", "store", "work", "model"),
          room("transfer", "files", "frames", "wire", "store", "work", "model"),
          room("wire", "model"),
          room("wire.secure", "wire", "net", "frames", "identity", "work", "model"),
          room("wire.loopback", "wire", "frames", "work", "model"),
          room("wire.ipmsg", "wire", "net", "work", "model"),
          room("wire.linklocal", "wire", "net", "work", "model"),
          room("net", "work", "model"),
          room("doctor", "net", "peers", "wire", "work", "model"),
          room("identity", "model"),
          room("files", "model"),
          room("update", "files", "identity", "model"),
          room("store", "work", "model"),
          room("settings", "model"),
          room("platform", "work", "model"),
          room("ui", "core", "doctor", "model", "platform", "settings", "work"),
          room(
              "cli",
              "archive",
              "core",
              "doctor",
              "identity",
              "model",
              "settings",
              "update",
              "work"),
          room(
              "demo",
              "boot",
              "core",
              "identity",
              "model",
              "platform",
              "settings",
              "ui",
              "update",
              "wire",
              "wire.loopback",
              "work"));

  @ArchTest
  static void roomsKnowOnlyTheirNeighbours(JavaClasses classes) {
    var arrows = new TreeSet<String>();
    for (var from : classes) {
      var room = roomOf(from);
      if (room == null || KNOWS.get(room).contains(ALL)) continue;
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var to = dependency.getTargetClass();
        if (isForeign(to, room, KNOWS.get(room))) {
          arrows.add(from.getName() + " → " + to.getName());
        }
      }
    }
    assertThat(arrows)
        .as("a wire hides everything, the core speaks in intentions: only the arrows of the table")
        .isEmpty();
  }

  @ArchTest
  static void everyPackageIsARoomOfTheTable(JavaClasses classes) {
    var strangers = new TreeSet<String>();
    for (var c : classes) if (roomOf(c) == null) strangers.add(c.getName());
    assertThat(strangers).as("a new room is a decision: add it to the table").isEmpty();
  }

  @ArchTest
  static void wiresHideEverythingAndKnowNoOtherWire(JavaClasses classes) {
    for (var wire : KNOWS.keySet()) {
      if (!wire.startsWith("wire.")) continue;
      assertThat(KNOWS.get(wire))
          .as("what %s may know", wire)
          .doesNotContain("core", "log", "sync", "store", "ui")
          .noneMatch(other -> other.startsWith("wire."));
    }
    assertThat(classes.contain(paloma.wire.Wire.class)).isTrue();
  }

  private static boolean isForeign(JavaClass c, String room, Set<String> known) {
    var other = roomOf(c);
    return other != null && !other.equals(room) && !known.contains(other);
  }

  /** The room a class lives in: the longest name of the table that fits. Null outside Paloma. */
  private static String roomOf(JavaClass c) {
    var name = c.getPackageName();
    if (!name.startsWith("paloma.")) return null;
    var inner = name.substring("paloma.".length());
    return KNOWS.keySet().stream()
        .filter(room -> inner.equals(room) || inner.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  private static Map.Entry<String, Set<String>> room(String name, String... known) {
    return Map.entry(name, Set.of(known));
  }
}
