package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** That the sources of the Windows packages fit together, in both scopes. */
final class WixTest {
  private static final String WXS = "http://wixtoolset.org/schemas/v4/wxs";
  private static final Set<String> NAMESPACES =
      Set.of(WXS, WXS + "/util", WXS + "/firewall", WXS + "/bal");

  /** Folders of Windows itself, which need no element of their own. */
  private static final Set<String> STANDARD =
      Set.of("ProgramMenuFolder", "DesktopFolder", "SendToFolder");

  private static final Pattern GUID = Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
  private static final Pattern WORD = Pattern.compile("!\\(loc\\.(\\w+)\\)");
  private static final Pattern PROPERTY = Pattern.compile("\\[([A-Za-z_]+)]");
  private static final List<String> CULTURES = List.of("en-US", "zh-CN", "ja-JP");

  @Test
  void theCodesByWhichWindowsKnowsAnOlderVersionNeverChange() {
    assertThat(code("perMachine", "paloma.wxs")).isEqualTo("8D8E614F-2545-4F00-B06F-DC660E0F926D");
    assertThat(code("perUser", "paloma.wxs")).isEqualTo("C8664224-7C61-43BE-B962-29D3E9CF2415");
    assertThat(code("perMachine", "setup.wxs")).isEqualTo("B1ABC2F6-8CEE-43C7-8D73-4488CD2876AA");
    assertThat(code("perUser", "setup.wxs")).isEqualTo("53D51295-2062-41BC-90B3-C922AE77B182");
  }

  private static String code(String scope, String file) {
    return attributes(Xml.all(WixSource.read(file, scope)), "UpgradeCode")
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"perMachine", "perUser"})
  void everyElementIsOfWixOrOfAnExtensionThatIsLoaded(String scope) throws Exception {
    var script = Files.readString(Path.of("installer/windows/package.ps1"));
    var files = new ArrayList<>(WixSource.packageOf(scope));
    files.add(WixSource.read("setup.wxs", scope));
    for (var element : elements(files)) assertThat(NAMESPACES).contains(element.getNamespaceURI());
    assertThat(script)
        .contains("'WixToolset.Util.wixext'")
        .contains("'WixToolset.Firewall.wixext'")
        .contains("'WixToolset.BootstrapperApplications.wixext'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"perMachine", "perUser"})
  void everyComponentHasOneThingByWhichItIsKnown(String scope) {
    var seen = new HashSet<String>();
    for (var component : named(WixSource.packageOf(scope), "Component")) {
      var id = component.getAttribute("Id");
      assertThat(seen.add(id)).as("%s stands once", id).isTrue();
      var guid = component.getAttribute("Guid");
      long keys =
          Xml.all(component).stream().filter(e -> e.getAttribute("KeyPath").equals("yes")).count();
      assertThat(keys).as("key paths of %s", id).isEqualTo(1);
      if (!guid.isEmpty()) assertThat(guid).matches(GUID);
    }
    assertThat(seen).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"perMachine", "perUser"})
  void everythingThatIsReferredToIsThere(String scope) {
    var files = WixSource.packageOf(scope);
    var all = elements(files);
    assertThat(ids(files, "ComponentGroup")).containsAll(ids(files, "ComponentGroupRef"));
    // A fragment that nobody refers to would be left out without a word.
    assertThat(ids(files, "ComponentGroupRef")).containsAll(ids(files, "ComponentGroup"));
    var folders = new HashSet<>(STANDARD);
    folders.addAll(ids(files, "Directory"));
    assertThat(folders)
        .containsAll(attributes(all, "Directory").toList())
        .containsAll(attributes(all, "DestinationDirectory").toList());
    assertThat(ids(files, "Icon")).containsAll(attributes(all, "Icon").toList());
    var properties = new HashSet<>(folders);
    properties.addAll(ids(files, "Property"));
    properties.addAll(ids(files, "SetProperty"));
    properties.add("PALOMA_POLICY");
    for (var element : all) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        var used = PROPERTY.matcher(element.getAttributes().item(i).getNodeValue());
        while (used.find()) assertThat(properties).contains(used.group(1));
      }
    }
  }

  @Test
  void everySentenceIsThereInThreeLanguages() {
    var used = new TreeSet<String>();
    for (var scope : List.of("perMachine", "perUser")) {
      for (var element : elements(WixSource.packageOf(scope))) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          var word = WORD.matcher(element.getAttributes().item(i).getNodeValue());
          while (word.find()) used.add(word.group(1));
        }
      }
    }
    var codes = Map.of("en-US", "1033", "zh-CN", "2052", "ja-JP", "1041");
    for (var culture : CULTURES) {
      var words = Xml.of(WixSource.FOLDER.resolve("words_" + culture + ".wxl"));
      assertThat(words.getAttribute("Culture")).isEqualTo(culture);
      var said =
          Xml.all(words, "String").stream()
              .collect(Collectors.toMap(s -> s.getAttribute("Id"), s -> s.getAttribute("Value")));
      assertThat(said.keySet()).as(culture).isEqualTo(used);
      assertThat(said.values()).noneMatch(String::isBlank);
      assertThat(said).containsEntry("Language", codes.get(culture));
      assertThat(said.get("NoPolicyThere")).contains("[PALOMA_POLICY]", "policy.json");
    }
  }

  @Test
  void aPackageForAPersonTouchesNothingOfThePc() {
    var files = WixSource.packageOf("perUser");
    assertThat(attributes(elements(files), "Root")).isNotEmpty().containsOnly("HKCU");
    assertThat(attributes(elements(files), "Scope")).containsOnly("perUser");
    assertThat(attributes(elements(files), "System")).containsOnly("no");
    assertThat(named(files, "FirewallException")).isEmpty();
    assertThat(named(files, "StandardDirectory"))
        .extracting(e -> e.getAttribute("Id"))
        .containsExactly("LocalAppDataFolder");
  }

  @Test
  void aPackageForAPcTouchesNobodysOwnThings() {
    var files = WixSource.packageOf("perMachine");
    assertThat(attributes(elements(files), "Root")).isNotEmpty().containsOnly("HKLM");
    assertThat(attributes(elements(files), "Directory")).doesNotContain("SendToFolder");
    assertThat(attributes(elements(files), "System")).containsOnly("yes");
  }

  @Test
  void whatPeopleGiveIsOnlyTakenWhereRightsWereProved() {
    for (var scope : List.of("perMachine", "perUser")) {
      var files = WixSource.packageOf(scope);
      assertThat(attributes(elements(files), "Secure")).isEmpty();
      var dialogs = named(files, "InstallUISequence");
      assertThat(dialogs).hasSize(1);
      assertThat(Xml.children(dialogs.getFirst()))
          .allMatch(action -> action.getAttribute("Suppress").equals("yes"))
          .extracting(Element::getLocalName)
          .containsExactly("AppSearch", "LaunchConditions");
      assertThat(attributes(elements(files), "Sequence")).containsOnly("execute");
    }
  }

  @Test
  void aLinkOrAFileNameCanNotPassForAnOption() {
    for (var scope : List.of("perMachine", "perUser")) {
      assertThat(attributes(elements(WixSource.packageOf(scope)), "Value"))
          .filteredOn(value -> value.contains("%1"))
          .isNotEmpty()
          .allMatch(value -> value.matches("\"\\[INSTALLFOLDER]Paloma.exe\" \\w+ -- \"%1\""));
    }
  }

  private static List<Element> elements(List<Element> files) {
    return files.stream().flatMap(file -> Xml.all(file).stream()).toList();
  }

  private static List<Element> named(List<Element> files, String name) {
    return files.stream().flatMap(file -> Xml.all(file, name).stream()).toList();
  }

  private static Set<String> ids(List<Element> files, String name) {
    return attributes(named(files, name), "Id").collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> attributes(List<Element> elements, String name) {
    return elements.stream().map(e -> e.getAttribute(name)).filter(value -> !value.isEmpty());
  }
}
