package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.model.Problem;
import paloma.rig.Desk;
import paloma.settings.Policy;
import paloma.settings.PolicyReading;

/** The window in an office that decides something. */
class LockedSettingsTest extends InWindow {
  private Desk jonas;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
  }

  private void open(PolicyReading office) {
    decide(office);
    open(jonas);
  }

  private static Policy locks() {
    return new Policy(
        Map.of(
            "accept",
            new Policy.Lock("verified", "audit"),
            "downloads",
            new Policy.Lock(Path.of("received").toAbsolutePath().toString(), ""),
            "history.days",
            new Policy.Lock(45, "records"),
            "backup.daily",
            new Policy.Lock(true, "")),
        Map.of("theme", "dark"),
        "extension 400");
  }

  /** Every row of the page of settings that shows a lock, with what else it says. */
  private static List<List<String>> lockedRows() {
    return UiDriver.find(".settings").lookupAll(".setting.locked").stream()
        .map(LockedSettingsTest::words)
        .toList();
  }

  private static List<String> words(Node node) {
    return node.lookupAll(".label").stream().map(n -> ((Labeled) n).getText()).toList();
  }

  private static boolean disabled(Node row) {
    return ((Parent) row).getChildrenUnmodifiable().getLast().isDisable();
  }

  @Test
  void whatTheOfficeDecidedIsShownWithItsReasonAndCannotBeTouched() throws Exception {
    open(PolicyReading.of(locks()));
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    driver.awaitWords("Set by your IT · audit");
    driver.awaitWords("Some settings are made by your IT. Questions: extension 400");

    assertThat(driver.onFx(LockedSettingsTest::lockedRows))
        .hasSize(4)
        .anySatisfy(
            row -> assertThat(row).contains("Take files without asking", "Set by your IT · audit"))
        .anySatisfy(row ->
            assertThat(row)
                .contains("Received files go to", "Set by your IT")
                .anyMatch(words -> words.endsWith("received")))
        .anySatisfy(
            row -> assertThat(row).contains("Keep messages for", "Set by your IT · records"))
        .anySatisfy(row -> assertThat(row).contains("Copy messages every day"));
    driver.awaitWords("45 days");
    assertThat(driver.onFx(LockedSettingsTest::lockedRowsThatCannotBeTouched)).isEqualTo(4);

    driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    driver.awaitWords("Drop a file on any chat");
    driver.awaitWords("Set by your IT");
    assertThat(driver.onFx(() -> words(UiDriver.find(".page-foot")))).contains("Set by your IT");
    assertThat(driver.onFx(() -> UiDriver.find(".page-foot .p-button"))).as("a change").isNull();
  }

  private static long lockedRowsThatCannotBeTouched() {
    return UiDriver.find(".settings").lookupAll(".locked").stream()
        .filter(LockedSettingsTest::disabled)
        .count();
  }

  @Test
  void whereNothingIsDecidedThereIsNoLock() throws Exception {
    open(PolicyReading.NONE);
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    driver.awaitWords("Take files without asking");

    assertThat(driver.onFx(LockedSettingsTest::lockedRows)).isEmpty();
  }

  @Test
  void aRefusedPolicyIsSaidAndAWarningIsNot() throws Exception {
    var why = Problem.failed("policy-not-trusted", "/etc/paloma/policy.json");
    var unknown = Problem.failed("policy-unknown-key", "policy.json:1:2", "later");
    open(new PolicyReading(Policy.NONE, List.of(why), List.of(unknown)));

    driver.awaitWords(
        "The office’s settings “/etc/paloma/policy.json” may have been written by somebody who is"
            + " not an administrator.");
    assertThat(driver.onFx(() -> words(UiDriver.find(".shell"))))
        .noneMatch(words -> words.contains("later"));
  }
}
