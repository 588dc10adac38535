package paloma.ui.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Presence;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.model.VerbBody;
import paloma.settings.Language;
import paloma.settings.Words;
import paloma.ui.Theme;
import paloma.ui.parts.PalomaMark;
import paloma.ui.wording.Wording;

/** Draws conversations and parts made by hand, to be looked at: {@code Gallery FOLDER}. */
final class Gallery {
  static final ZoneId ZONE = ZoneId.of("UTC");
  static final Instant NOW = Instant.parse("2026-11-24T10:52:00Z");

  private final Path folder;

  private Gallery(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var gallery = new Gallery(Files.createDirectories(Path.of(args[0])));
    var done = new CountDownLatch(1);
    Platform.startup(() -> gallery.all(done));
    done.await();
    Platform.exit();
  }

  static Wording words(Language language) {
    return new Wording(Words.in(language), ZONE, () -> NOW);
  }

  static Errands errands() {
    return new Errands(_ -> {}, _ -> {}, _ -> {}, List::of, Optional::empty, _ -> {});
  }

  private void all(CountDownLatch done) {
    try {
      for (var mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
        var word = mode == Theme.Mode.LIGHT ? "light" : "dark";
        draw(
            "parts-" + word + "-en",
            mode,
            Language.EN,
            GalleryParts.all(words(Language.EN)),
            1180,
            760);
        conversation("talk-" + word + "-en", mode, Language.EN, english(), 808, 760, false);
        conversation("talk-" + word + "-zh", mode, Language.ZH_CN, chinese(), 808, 760, false);
        conversation("drop-" + word + "-en", mode, Language.EN, english(), 808, 760, true);
        conversation("narrow-" + word + "-zh", mode, Language.ZH_CN, chinese(), 400, 720, false);
      }
      var changed = english();
      changed.peer = SampleTalk.peer("Anna", "Design", Presence.ONLINE, Trust.CHANGED, "");
      changed.messages.subList(2, changed.messages.size()).clear();
      conversation("changed", Theme.Mode.LIGHT, Language.EN, changed, 520, 600, false);
      icons();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      done.countDown();
    }
  }

  private void icons() throws IOException {
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
      var root = new VBox(new PalomaMark(size));
      root.setBackground(null);
      draw("paloma-" + size, Theme.Mode.LIGHT, Language.EN, root, size, size);
    }
  }

  private void conversation(
      String name, Theme.Mode mode, Language language, SampleTalk talk, int w, int h, boolean drop)
      throws IOException {
    var model = new ConversationViewModel(talk, SampleTalk.ID, Runnable::run, Runnable::run, ZONE);
    var view = new ConversationView(model, words(language), ZONE, _ -> talk.peer.name(), errands());
    view.start();
    if (w > 500 && !drop) model.deeds().reply(talk.messages.getFirst());
    view.setVerify(() -> {});
    if (w < 500) view.setBack(() -> {});
    model.open();
    if (drop) {
      view.lookupAll(".drop-overlay")
          .forEach(n ->
              ((DropOverlay) n)
                  .show(
                      new Parcel(
                          List.of(
                              item("back-page-proof.png", 8_100_000),
                              item("price-list.pdf", 3_200_000),
                              item("delivery-dates.xlsx", 700_000)),
                          3,
                          12_000_000,
                          true),
                      talk.peer));
    }
    draw(name, mode, language, view, w, h);
  }

  private static Parcel.Item item(String name, long bytes) {
    return new Parcel.Item(Path.of(name), false, bytes);
  }

  private void draw(String name, Theme.Mode mode, Language language, Parent root, int w, int h)
      throws IOException {
    var scene = new Scene(root, w, h);
    scene.setFill(null);
    var theme = new Theme(language.locale());
    theme.modeProperty().set(mode);
    theme.start();
    theme.apply(scene);
    for (int i = 0; i < 3; i++) {
      root.applyCss();
      root.layout();
    }
    var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + ":00Z");
  }

  private static SampleTalk english() {
    var talk = new SampleTalk();
    talk.text(
        false,
        at("10:31"),
        "The *A5* version is ready by noon. Same grid as `poster-v6`",
        Message.State.READ);
    talk.text(true, at("10:36"), "Yes, keep it. Margins 12 mm all round.", Message.State.READ);
    talk.file(true, at("10:37"), "brief-poster-a5.pdf", 1, 2_400_000, Transfer.State.FINISHED);
    talk.file(false, at("10:40"), "showroom.mp4", 1, 4_400_000_000L, Transfer.State.OFFERED);
    talk.text(
        false,
        at("10:47"),
        "Two colours or three on the back page? 👍 See https://intranet.example/proofs.",
        Message.State.DELIVERED);
    talk.text(true, at("10:51"), "Two. I’ll take the proofs to Grace.", Message.State.DELIVERED);
    talk.text(
        true,
        at("10:51"),
        "Which printer do you want, ground floor or second?",
        Message.State.SENT);
    var asked = talk.messages.get(4);
    talk.text(true, at("10:52"), "Printing them now", Message.State.QUEUED);
    talk.done(
        facts(null, false, asked.id(), Map.of("👍", List.of(SampleTalk.OTHER, SampleTalk.ME))));
    talk.text(true, at("10:52"), "gone", Message.State.READ);
    talk.done(facts(null, true, null, Map.of()));
    talk.text(false, at("10:52"), "Second floor, please", Message.State.DELIVERED);
    talk.done(
        facts(at("10:53"), false, talk.messages.get(6).id(), Map.of("🎉", List.of(SampleTalk.ME))));
    talk.unread = 1;
    return talk;
  }

  private static Message.Facts facts(
      Instant edited, boolean recalled, MessageId reply, Map<String, List<DeviceId>> reactions) {
    var nobody = VerbBody.Mentions.NOBODY;
    return new Message.Facts(edited, recalled, reply, nobody, reactions, false, "");
  }

  private static SampleTalk chinese() {
    var talk = new SampleTalk();
    talk.peer = SampleTalk.peer("思远", "设计部", Presence.BUSY, Trust.KNOWN, "下午在展厅");
    var yesterday = Instant.parse("2026-11-23T16:02:00Z");
    talk.text(false, yesterday, "展台效果图终稿，大家看一下 🎉", Message.State.READ);
    talk.text(false, at("09:12"), "左侧洽谈区再宽 40 厘米吧，去年坐得太挤了", Message.State.READ);
    var zip = talk.file(false, at("09:20"), "展台搭建素材.zip", 1, 1_200_000_000, Transfer.State.RUNNING);
    talk.transfers.computeIfPresent(zip.id(), (_, t) -> t.running(786_000_000, 48_000_000));
    talk.file(false, at("09:21"), "产品样张", 128, 342_000_000, Transfer.State.FINISHED);
    talk.text(true, at("09:31"), "收到，物流那边我来约，明天 10 点前给大家回话 👍", Message.State.READ);
    talk.text(false, at("09:33"), "待办：\n- 报价单再核对\n- 样册下午送到前台\n> 没问题的话下班前发给我", Message.State.READ);
    return talk;
  }
}
