package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the bundle for macOS tells the system about itself. */
final class MacBundleTest {
  private static final Path MAC = Path.of("installer/macos");
  private static final Path WORKFLOW = MAC.resolve("Send with Paloma.workflow/Contents");
  private static final List<String> LANGUAGES = List.of("en", "zh-Hans", "ja");
  private static final Pattern LINE = Pattern.compile("\"?([^\"=]+?)\"? = \"([^\"]+)\";");
  private static final String PROGRAM = "/Applications/Paloma.app/Contents/MacOS/Paloma";

  private final Map<String, Object> info = Plist.dictionary(MAC.resolve("Info.plist"));

  @Test
  void theSystemIsToldWhatIsNeededOfTheLocalNetwork() throws Exception {
    assertThat(info.get("NSLocalNetworkUsageDescription")).asString().isNotBlank();
    var record = Class.forName("paloma.wire.secure.MdnsRecord").getDeclaredField("TYPE");
    record.setAccessible(true);
    var type = record.get(null).toString();
    assertThat(info).containsEntry("NSBonjourServices", List.of(type.replace(".local.", "")));
  }

  @Test
  void theBundleHasEverythingThatABundleMustHave() {
    assertThat(info)
        .containsEntry("CFBundleIdentifier", "paloma.Paloma")
        .containsEntry("CFBundleExecutable", "Paloma")
        .containsEntry("CFBundleName", "Paloma")
        .containsEntry("CFBundleIconFile", "Paloma.icns")
        .containsEntry("CFBundlePackageType", "APPL")
        .containsEntry("CFBundleInfoDictionaryVersion", "6.0")
        .containsEntry("CFBundleVersion", "@VERSION@")
        .containsEntry("CFBundleShortVersionString", "@VERSION@")
        .containsEntry("CFBundleLocalizations", LANGUAGES)
        .containsEntry("NSHighResolutionCapable", true);
    assertThat(info.get("LSMinimumSystemVersion")).asString().matches("\\d+\\.\\d+");
  }

  @Test
  void linksOpenPalomaAndNoFileDoesByDefault() {
    assertThat(info.get("CFBundleURLTypes"))
        .asInstanceOf(LIST)
        .singleElement(MAP)
        .containsEntry("CFBundleURLSchemes", List.of("paloma"));
    assertThat(info.get("CFBundleDocumentTypes"))
        .asInstanceOf(LIST)
        .singleElement(MAP)
        .containsEntry("LSHandlerRank", "Alternate")
        .containsEntry("LSItemContentTypes", List.of("public.data", "public.folder"));
  }

  @Test
  void whatPeopleReadIsThereInThreeLanguages() throws Exception {
    for (var language : LANGUAGES) {
      var words = words(MAC.resolve("strings/" + language + ".lproj/InfoPlist.strings"));
      assertThat(words.keySet())
          .as(language)
          .containsExactlyInAnyOrder("NSLocalNetworkUsageDescription", "Files and folders");
      var menu = words(WORKFLOW.resolve("Resources/" + language + ".lproj/ServicesMenu.strings"));
      assertThat(menu.keySet()).as(language).containsExactly("Send with Paloma");
    }
    assertThat(words(MAC.resolve("strings/en.lproj/InfoPlist.strings")))
        .containsEntry(
            "NSLocalNetworkUsageDescription",
            info.get("NSLocalNetworkUsageDescription").toString());
    assertThat(Files.readString(MAC.resolve("Info.plist"))).contains("<string>Files and folders<");
  }

  private static Map<String, String> words(Path file) throws Exception {
    var found = new TreeMap<String, String>();
    for (var line : Files.readAllLines(file)) {
      var word = LINE.matcher(line);
      assertThat(word.matches()).as("%s: %s", file, line).isTrue();
      assertThat(found.put(word.group(1), word.group(2))).isNull();
    }
    return found;
  }

  @Test
  void theHardenedRuntimeAllowsWhatJavaNeedsAndNothingMore() {
    assertThat(Plist.dictionary(MAC.resolve("paloma.entitlements")))
        .isEqualTo(
            Map.of(
                "com.apple.security.cs.allow-jit", true,
                "com.apple.security.cs.allow-unsigned-executable-memory", true,
                "com.apple.security.cs.disable-library-validation", true));
  }

  @Test
  void startingAtLoginOpensNoWindow() {
    assertThat(Plist.dictionary(MAC.resolve("paloma.plist")))
        .containsEntry("Label", "paloma")
        .containsEntry("ProgramArguments", List.of(PROGRAM, "--background"))
        .containsEntry("RunAtLoad", true)
        .doesNotContainKey("KeepAlive");
  }

  @Test
  void theFinderHandsItsFilesOver() {
    var service = Plist.dictionary(WORKFLOW.resolve("Info.plist"));
    assertThat(service.get("NSServices"))
        .asInstanceOf(LIST)
        .singleElement(MAP)
        .containsEntry("NSMessage", "runWorkflowAsService")
        .containsEntry("NSMenuItem", Map.of("default", "Send with Paloma"))
        .containsEntry("NSSendFileTypes", List.of("public.item"));
    var actions = Plist.dictionary(WORKFLOW.resolve("document.wflow")).get("actions");
    // Files as arguments, behind two dashes: no name can pass for an option.
    assertThat(actions.toString())
        .contains("COMMAND_STRING=" + PROGRAM + " share -- \"$@\"", "inputMethod=1");
  }

  @Test
  void thePackageInstallsToOnePlaceAndAsksForTheProgramToBeClosed() throws Exception {
    assertThat(Plist.of(MAC.resolve("components.plist")))
        .asInstanceOf(LIST)
        .hasSize(2)
        .allSatisfy(bundle ->
            assertThat(bundle).asInstanceOf(MAP).containsEntry("BundleIsRelocatable", false));
    var package_ = Xml.of(MAC.resolve("distribution.xml"));
    assertThat(Xml.all(package_, "pkg-ref"))
        .isNotEmpty()
        .allMatch(reference -> reference.getAttribute("id").equals("paloma.Paloma"));
    assertThat(Xml.all(package_, "app"))
        .extracting(app -> app.getAttribute("id"))
        .containsExactly(info.get("CFBundleIdentifier").toString());
    assertThat(Xml.all(package_, "os-version"))
        .extracting(os -> os.getAttribute("min"))
        .containsExactly(info.get("LSMinimumSystemVersion").toString());
    assertThat(Files.readString(MAC.resolve("terminal"))).contains("exec " + PROGRAM + " \"$@\"");
  }
}
