package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import paloma.settings.Setting;

/** That the Group Policy templates say what the settings are, in three languages. */
final class PolicyTemplatesTest {
  private static final Path FOLDER = Path.of("installer/windows/policy");
  private static final String NAMESPACE =
      "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";
  private static final List<String> CULTURES = List.of("en-US", "zh-CN", "ja-JP");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\((string|presentation)\\.([\\p{L}\\p{N}_]+)\\)");
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_]+");

  private final Element templates = Xml.of(FOLDER.resolve("paloma.admx"));

  @Test
  void everySettingThatAnOfficeMayDecideHasOnePolicy() {
    var keys = policies().stream().map(PolicyTemplatesTest::value).toList();
    assertThat(keys).doesNotHaveDuplicates();
    var lockable = Setting.ALL.stream().filter(Setting::lockable).map(Setting::key).toList();
    assertThat(keys).containsExactlyInAnyOrderElementsOf(lockable);
  }

  @Test
  void everyValueThatAPolicyGivesIsOneThatItsSettingAllows() {
    for (var policy : policies()) {
      var setting = Setting.named(value(policy));
      if (setting.isEmpty()) continue;
      for (var given : values(policy)) {
        assertThat(setting.get().read().apply(given))
            .as("%s = %s", value(policy), given)
            .isPresent();
      }
    }
  }

  @Test
  void theUsualChoiceOfASettingIsAmongThoseOffered() {
    for (var policy : policies()) {
      var items = Xml.all(policy, "item");
      if (items.isEmpty()) continue;
      var offered = items.stream().map(i -> i.getTextContent().strip()).toList();
      assertThat(offered).doesNotHaveDuplicates();
      Setting.named(value(policy))
          .ifPresent(setting -> assertThat(offered).contains(setting.fallback().toString()));
    }
  }

  private static List<Object> values(Element policy) {
    var found = new ArrayList<Object>();
    for (var item : Xml.all(policy, "item")) found.add(item.getTextContent().strip());
    for (var number : Xml.all(policy, "decimal")) {
      if (number.hasAttribute("minValue")) {
        found.add(Integer.parseInt(number.getAttribute("minValue")));
        found.add(Integer.parseInt(number.getAttribute("maxValue")));
      }
    }
    // A flag travels as a number; who reads the registry makes these words of it.
    if (!Xml.all(policy, "enabledValue").isEmpty()) found.addAll(List.of("true", "false"));
    return found;
  }

  @Test
  void policiesAreWrittenWhereOnlyAdministratorsWrite() {
    assertThat(policies()).isNotEmpty();
    for (var policy : policies()) {
      assertThat(policy.getAttribute("key")).isEqualTo("Software\\Policies\\Paloma");
      assertThat(policy.getAttribute("class")).isEqualTo("Both");
      assertThat(reference(policy, "parentCategory")).isEqualTo("Paloma");
      assertThat(reference(policy, "supportedOn")).isEqualTo("SUPPORTED_Paloma");
    }
    assertThat(names("category")).containsExactly("Paloma");
    assertThat(names("definition")).containsExactly("SUPPORTED_Paloma");
  }

  private static String reference(Element policy, String name) {
    return Xml.all(policy, name).getFirst().getAttribute("ref");
  }

  @Test
  void switchesHaveBothValuesAndOthersHaveAPresentation() {
    for (var policy : policies()) {
      var name = policy.getAttribute("name");
      boolean flag = policy.hasAttribute("valueName");
      assertThat(Xml.all(policy, "enabledValue")).as(name).hasSize(flag ? 1 : 0);
      assertThat(Xml.all(policy, "disabledValue")).as(name).hasSize(flag ? 1 : 0);
      assertThat(Xml.all(policy, "elements")).as(name).hasSize(flag ? 0 : 1);
      assertThat(policy.hasAttribute("presentation")).as(name).isNotEqualTo(flag);
      if (flag) {
        assertThat(Xml.all(policy, "decimal"))
            .extracting(d -> d.getAttribute("value"))
            .containsExactly("1", "0");
      }
    }
  }

  @Test
  void everyLanguageSaysExactlyWhatTheTemplatesAskFor() {
    var strings = new TreeSet<String>();
    var presentations = new TreeSet<String>();
    for (var element : Xml.all(templates)) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        var text = element.getAttributes().item(i).getNodeValue();
        if (!text.startsWith("$(")) continue;
        var reference = REFERENCE.matcher(text);
        assertThat(reference.matches()).as(text).isTrue();
        (reference.group(1).equals("string") ? strings : presentations).add(reference.group(2));
      }
    }
    for (var culture : CULTURES) {
      var words = Xml.of(FOLDER.resolve(culture + "/paloma.adml"));
      assertThat(words.getLocalName()).isEqualTo("policyDefinitionResources");
      assertThat(words.getNamespaceURI()).isEqualTo(NAMESPACE);
      assertThat(ids(words, "string")).as(culture).containsExactlyElementsOf(strings);
      assertThat(ids(words, "presentation")).as(culture).containsExactlyElementsOf(presentations);
      assertThat(Xml.all(words, "string")).noneMatch(s -> s.getTextContent().isBlank());
    }
  }

  private static Collection<String> ids(Element words, String name) {
    var ids = Xml.all(words, name).stream().map(e -> e.getAttribute("id")).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> ID.matcher(id).matches());
    return new TreeSet<>(ids);
  }

  @Test
  void everyFieldOfAPresentationBelongsToAnElementOfItsKind() {
    for (var culture : CULTURES) {
      var words = Xml.of(FOLDER.resolve(culture + "/paloma.adml"));
      for (var presentation : Xml.all(words, "presentation")) {
        var field = Xml.children(presentation).getFirst();
        var kind =
            switch (field.getLocalName()) {
              case "dropdownList" -> "enum";
              case "decimalTextBox" -> "decimal";
              case "textBox" -> "text";
              case "multiTextBox" -> "multiText";
              default -> throw new AssertionError(field.getLocalName());
            };
        assertThat(Xml.all(templates, kind))
            .extracting(e -> e.getAttribute("id"))
            .contains(field.getAttribute("refId"));
      }
    }
  }

  @Test
  void theTemplatesAreOfTheFormThatTheEditorReads() {
    assertThat(templates.getLocalName()).isEqualTo("policyDefinitions");
    assertThat(templates.getNamespaceURI()).isEqualTo(NAMESPACE);
    assertThat(Xml.children(templates))
        .extracting(Element::getLocalName)
        .containsExactly("policyNamespaces", "resources", "supportedOn", "categories", "policies");
    assertThat(policies())
        .extracting(p -> p.getAttribute("name"))
        .doesNotHaveDuplicates()
        .allMatch(name -> ID.matcher(name).matches());
  }

  private List<Element> policies() {
    return Xml.all(templates, "policy");
  }

  private Stream<String> names(String element) {
    return Xml.all(templates, element).stream().map(e -> e.getAttribute("name"));
  }

  /** The name of the registry value, which is the name of the setting. */
  private static String value(Element policy) {
    return Xml.all(policy).stream()
        .map(e -> e.getAttribute("valueName"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
