package paloma.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script that makes the packages for macOS with stand-ins for Apple's and Java's tools,
 * which write down what they are asked for. On Linux, because a Mac would run the real ones.
 */
@EnabledOnOs(LINUX)
final class MacPackageTest {
  private static final Map<String, String> SIGNING =
      Map.of(
          "PALOMA_MAC_IDENTITY", "Developer ID Application: Office",
          "PALOMA_MAC_INSTALLER", "Developer ID Installer: Office",
          "PALOMA_NOTARY_KEY", "key.p8",
          "PALOMA_NOTARY_KEY_ID", "id",
          "PALOMA_NOTARY_ISSUER", "issuer");

  @TempDir Path folder;

  @Test
  void everythingIsSignedFromTheInsideOutAfterTheLastChange() throws Exception {
    var run = run(SIGNING);
    assertThat(run.exit()).as(run.said()).isZero();
    var calls = run.calls();
    int library = first(calls, "codesign --force .*/unpacked/org/sqlite/Mac/lib.dylib");
    int rehearsal = first(calls, "Paloma demo --rehearse");
    int inside =
        first(calls, "codesign --force .*/Contents/runtime/Contents/Home/lib/libjvm.dylib");
    int runtime = first(calls, "codesign --force .*/Contents/runtime");
    int program = first(calls, "codesign --force .*/Paloma.app");
    int verified = first(calls, "codesign --verify --deep --strict .*/Paloma.app");
    int stapled = first(calls, "xcrun stapler staple .*/Paloma.app");
    int disk = first(calls, "hdiutil create .*");
    assertThat(List.of(library, rehearsal, inside, runtime, program, verified, stapled, disk))
        .isSorted();
    // Nothing touches a file of the bundle between its seal and the disk image.
    assertThat(calls.subList(program + 1, disk)).noneMatch(call -> call.startsWith("xattr"));
    assertThat(calls)
        .filteredOn(call -> call.startsWith("codesign --force"))
        .allMatch(call -> call.contains("--options runtime --timestamp"));
  }

  @Test
  void bothPackagesAndTheProgramInsideAreNotarized() throws Exception {
    var run = run(SIGNING);
    assertThat(run.calls().stream().filter(call -> call.startsWith("xcrun")))
        .map(call -> call.replaceAll(" --wait.*", "").replaceAll("/\\S*/", ""))
        .containsExactly(
            "xcrun notarytool submit Paloma.zip",
            "xcrun stapler staple Paloma.app",
            "xcrun notarytool submit paloma-0.1.0-macos-aarch64.dmg",
            "xcrun stapler staple paloma-0.1.0-macos-aarch64.dmg",
            "xcrun notarytool submit Paloma.zip",
            "xcrun stapler staple Paloma.app",
            "xcrun notarytool submit paloma-0.1.0-macos-aarch64.pkg",
            "xcrun stapler staple paloma-0.1.0-macos-aarch64.pkg");
    assertThat(run.said()).doesNotContain("NOT SIGNED").doesNotContain("NOT NOTARIZED");
  }

  @Test
  void withoutSecretsThePackagesAreMadeAndSaidToBeUnsigned() throws Exception {
    var run = run(Map.of());
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said()).contains("NOT SIGNED");
    assertThat(run.calls())
        .filteredOn(call -> call.startsWith("codesign --force"))
        .isNotEmpty()
        .allMatch(call -> call.contains("--sign - "));
    assertThat(run.calls()).noneMatch(call -> call.startsWith("xcrun"));
  }

  @Test
  void theProgramKnowsItsVersionItsOptionsAndItsKindOfPackage() throws Exception {
    run(Map.of());
    var app = folder.resolve("target/installer/macos-work/root/Applications/Paloma.app/Contents");
    assertThat(Files.readString(app.resolve("Info.plist")))
        .contains("<string>0.1.0</string>")
        .doesNotContain("@VERSION@");
    assertThat(app.resolve("Resources/ja.lproj/InfoPlist.strings")).exists();
    // Ours come first, right behind the head of their section.
    assertThat(Files.readAllLines(app.resolve("app/Paloma.cfg")))
        .containsExactly(
            "[Application]",
            "app.mainclass=paloma.boot.Main",
            "[JavaOptions]",
            "java-options=-XX:AOTCache=$APPDIR/app.aot",
            "java-options=-Xlog:disable",
            "java-options=-Xlog:all=error:stderr",
            "java-options=-Dpaloma.package=pkg",
            "java-options=-XX:+UseSerialGC");
    var disk =
        folder.resolve("target/installer/macos-work/disk/Paloma.app/Contents/app/Paloma.cfg");
    assertThat(Files.readString(disk)).contains("-Dpaloma.package=dmg\n");
    assertThat(Files.readString(folder.resolve("target/installer/macos-work/distribution.xml")))
        .contains("hostArchitectures=\"arm64\"", "version=\"0.1.0\"");
    assertThat(folder.resolve("target/installer/macos-work/root/usr/local/bin/paloma"))
        .isExecutable();
  }

  @Test
  void aRehearsalWithoutACacheStopsEverything() throws Exception {
    var run = run(Map.of("NO_CACHE", "1"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("the rehearsal left no start-up cache");
    assertThat(run.calls()).noneMatch(call -> call.startsWith("hdiutil"));
  }

  @Test
  void aFailedSignatureStopsEverything() throws Exception {
    var run = run(Map.of("BROKEN_SIGNATURE", "libjvm.dylib"));
    assertThat(run.exit()).isNotZero();
    assertThat(run.calls()).noneMatch(call -> call.startsWith("hdiutil"));
  }

  private static int first(List<String> calls, String pattern) {
    return IntStream.range(0, calls.size())
        .filter(i -> calls.get(i).matches("(.* )?" + pattern))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + " in " + calls));
  }

  private record Run(int exit, String said, List<String> calls) {}

  private Run run(Map<String, String> environment) throws Exception {
    var log = folder.resolve("calls");
    prepare(log);
    var process = new ProcessBuilder("sh", "installer/macos/package.sh").directory(folder.toFile());
    process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    process.environment().keySet().removeIf(name -> name.startsWith("PALOMA_"));
    process.environment().putAll(environment);
    var output = folder.resolve("output");
    var running = process.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(running.exitValue(), Files.readString(output), Files.readAllLines(log));
  }

  private void prepare(Path log) throws IOException {
    for (var part : List.of("installer/macos", "installer/common")) copy(Path.of(part));
    Files.writeString(
        folder.resolve("pom.xml"), "<project>\n  <version>0.1.0</version>\n</project>\n");
    for (var file : List.of("LICENSE", "NOTICE", "lib/paloma.jar", "lib/sqlite.jar")) {
      write("target/paloma/" + file, "");
    }
    write("target/paloma/lib/javafx/javafx-base-mac-aarch64.jar", "");
    Files.writeString(log, "");
    var note = "#!/bin/sh\necho \"${0##*/} $*\" >>'" + log + "'\n";
    tool("bin/codesign", note + "case \"$*\" in *\"${BROKEN_SIGNATURE:-none}\") exit 1 ;; esac\n");
    for (var name : List.of("xattr", "hdiutil", "pkgbuild", "productbuild", "xcrun", "spctl")) {
      tool("bin/" + name, note);
    }
    tool("bin/zip", note);
    tool("bin/uname", "#!/bin/sh\necho arm64\n");
    tool("bin/ditto", note + "case $1 in -c) ;; *) cp -R \"$1\" \"$2\" ;; esac\n");
    tool(
        "bin/file",
        "#!/bin/sh\ncase $2 in *.dylib) echo 'Mach-O shared library' ;;"
            + " */bin/java) echo 'Mach-O 64-bit executable' ;; *) echo text ;; esac\n");
    tool(
        "bin/unzip",
        """
        #!/bin/sh
        case "$1 $2" in
          "-Z1 "*sqlite.jar) printf 'org/sqlite/Mac/lib.dylib\\norg/sqlite/x86/lib.dylib\\na.class\\n' ;;
          "-Z1 "*) echo a.class ;;
          *) mkdir -p "$6/${4%/*}" && echo >"$6/$4" ;;
        esac
        """);
    tool("jdk/bin/jlink", note + "eval mkdir -p \"\\${$#}\"\n");
    tool(
        "jdk/bin/jpackage",
        note
            + """
            app=target/installer/macos-work/image/Paloma.app/Contents
            mkdir -p $app/MacOS $app/app $app/Resources $app/runtime/Contents/Home/lib
            echo >$app/runtime/Contents/Home/lib/libjvm.dylib
            printf '[Application]\\napp.mainclass=paloma.boot.Main\\n[JavaOptions]\\n' >$app/app/Paloma.cfg
            echo 'java-options=-XX:+UseSerialGC' >>$app/app/Paloma.cfg
            cp jdk/program $app/MacOS/Paloma
            """);
    tool(
        "jdk/program",
        note + "[ -n \"${NO_CACHE:-}\" ] || echo >\"${JAVA_TOOL_OPTIONS#-XX:AOTCacheOutput=}\"\n");
  }

  private void copy(Path part) throws IOException {
    try (var all = Files.walk(part)) {
      for (var file : new ArrayList<>(all.toList())) {
        var there = folder.resolve(file.toString());
        if (Files.isDirectory(file)) Files.createDirectories(there);
        else Files.copy(file, there);
      }
    }
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private void tool(String name, String script) throws IOException {
    write(name, script);
    assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
  }
}
