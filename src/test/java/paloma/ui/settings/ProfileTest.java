package paloma.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.Images;
import paloma.model.Message;
import paloma.model.Presence;
import paloma.model.ProblemException;
import paloma.model.Trust;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.ui.people.PeopleViewModel;
import paloma.ui.people.Roster;

/** The models of the profile's sheet and of writing to several, without a toolkit. */
final class ProfileTest {
  @TempDir Path folder;
  private final Settings settings = Settings.inMemory();
  private final List<ProblemException> refused = new ArrayList<>();
  private Rig rig;
  private Desk anna;
  private SettingsViewModel model;

  @BeforeEach
  void open() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    model = new SettingsViewModel(anna.messenger(), settings, Runnable::run, this::ask);
    model.load();
    anna.messenger().appearance().listen(model::again);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** As the window's lane does. */
  private void ask(Runnable request) {
    try {
      request.run();
    } catch (ProblemException e) {
      refused.add(e);
    }
  }

  @Test
  void whatIsWrittenIsSaidAndTheStatusIsOfferedAgain() {
    model.title().set("Lead");
    model.status().set("In a meeting");
    model.presence().set(Presence.BUSY);
    model.saveProfile();
    for (int i = 0; i < 8; i++) {
      model.status().set("status " + i);
      model.saveProfile();
    }

    var mine = anna.messenger().me();
    assertThat(mine.profile().title()).isEqualTo("Lead");
    assertThat(mine.presence()).isEqualTo(Presence.BUSY);
    assertThat(settings.get(Setting.STATUSES)).hasSize(6).startsWith("status 7", "status 6");
  }

  @Test
  void whatIsNotSavedIsForgotten() {
    model.name().set("Somebody else");
    model.forget();
    assertThat(model.name().get()).isEqualTo("Anna");
    assertThat(anna.messenger().me().name()).isEqualTo("Anna");
  }

  @Test
  void aPictureIsWornAtOnceAndWhatIsBeingWrittenStays() throws Exception {
    model.title().set("half wri");
    model.wear(Images.file(folder.resolve("a.png"), Images.halves(80, 80), "png"));

    var worn = anna.messenger().me().profile().avatar();
    assertThat(worn).isNotNull();
    assertThat(model.profile().get().avatar()).isEqualTo(worn);
    assertThat(model.title().get()).isEqualTo("half wri");
    model.saveProfile();
    assertThat(anna.messenger().me().profile().avatar()).isEqualTo(worn);
    model.wear(Files.writeString(folder.resolve("no.png"), "no"));
    assertThat(refused).extracting(e -> e.problem().code()).containsExactly("picture-format");
    assertThat(model.profile().get().avatar()).isEqualTo(worn);
    model.bare();
    assertThat(model.profile().get().avatar()).isNull();
  }

  @Test
  void whatTheCommandLineChangesIsShown() {
    anna.messenger().changeProfile(p -> p.withPresence(Presence.DND).withTitle("Chief"));
    assertThat(model.presence().get()).isEqualTo(Presence.DND);
    assertThat(model.title().get()).isEqualTo("Chief");
  }

  @Test
  void ownQuickRepliesTakeThePlaceOfTheUsualOnes() {
    assertThat(model.quickReplies("OK|Thanks")).containsExactly("OK", "Thanks");
    settings.set(Setting.QUICK_REPLIES, List.of("Moin"));
    assertThat(model.quickReplies("OK|Thanks")).containsExactly("Moin");
  }

  @Test
  void severalPeopleEachGetTheirOwnCopy() throws Exception {
    var jonas = rig.desk("Jonas");
    var bert = rig.desk("Bert");
    anna.awaitSees(jonas);
    anna.awaitSees(bert);
    var roster = new Roster(anna.messenger(), Runnable::run, this::ask);
    var people = new PeopleViewModel(anna.messenger(), roster, Runnable::run, this::ask);
    roster.load();
    people.several().set("Lunch?");
    people.sayToEach(anna.messenger().peers(), "Lunch?", () -> people.marked().clear());

    jonas.awaitTexts(anna, List.of("Lunch?"));
    bert.awaitTexts(anna, List.of("Lunch?"));
    assertThat(people.several().get()).isEmpty();
    assertThat(anna.messenger().conversations()).hasSize(2);
    assertThat(anna.messenger().conversation(anna.with(jonas)).last().state())
        .isNotEqualTo(Message.State.READ);
  }

  @Test
  void oneWhoCannotBeWrittenToKeepsTheOthersFromNothing() throws Exception {
    var jonas = rig.desk("Jonas");
    var bert = rig.desk("Bert");
    anna.awaitSees(jonas);
    anna.awaitSees(bert);
    anna.messenger().trust(bert.id(), Trust.BLOCKED);
    var roster = new Roster(anna.messenger(), Runnable::run, this::ask);
    var people = new PeopleViewModel(anna.messenger(), roster, Runnable::run, this::ask);
    people.several().set("Lunch?");
    people.sayToEach(List.of(anna.peer(bert), anna.peer(jonas)), "Lunch?", () -> {});

    jonas.awaitTexts(anna, List.of("Lunch?"));
    assertThat(refused).extracting(e -> e.problem().code()).containsExactly("peer-blocked");
    assertThat(people.several().get()).isEmpty();
  }
}
