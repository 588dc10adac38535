package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paloma.model.Body;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.model.Transfer.State;
import paloma.settings.Language;
import paloma.ui.conversation.CardLook.Act;

final class CardLookTest {
  private final SampleTalk talk = new SampleTalk();

  @ParameterizedTest
  @EnumSource(State.class)
  void onlyLegalButtonsAreShown(State state) {
    var incoming = look(false, state, null).acts();
    switch (state) {
      case OFFERED -> assertThat(incoming).containsExactly(Act.SAVE, Act.SAVE_AS, Act.DECLINE);
      case WAITING, RUNNING, PAUSED -> assertThat(incoming).containsExactly(Act.CANCEL);
      case FINISHED -> assertThat(incoming).containsExactly(Act.OPEN, Act.SHOW);
      case FAILED -> assertThat(incoming).containsExactly(Act.AGAIN);
      case DECLINED, CANCELLED -> assertThat(incoming).containsExactly(Act.SAVE_AFTER_ALL);
    }
    var outgoing = look(true, state, null).acts();
    switch (state) {
      case OFFERED, WAITING, RUNNING, PAUSED -> assertThat(outgoing).containsExactly(Act.CANCEL);
      case FINISHED -> assertThat(outgoing).containsExactly(Act.SHOW);
      case FAILED, DECLINED, CANCELLED -> assertThat(outgoing).isEmpty();
    }
  }

  @Test
  void aFullDiskIsCuredElsewhere() {
    var look = look(false, State.FAILED, Problem.failed("disk-full"));
    assertThat(look.acts()).containsExactly(Act.ELSEWHERE);
    assertThat(look.line()).contains("disk is full");
  }

  @Test
  void programsAreNeverOpened() {
    for (var name : new String[] {"setup.exe", "run.sh", "a.pdf.lnk", "page.html", "noending"}) {
      assertThat(Harmless.name(name)).as(name).isFalse();
    }
    assertThat(Harmless.name("A.PDF")).isTrue();
  }

  @Test
  void runningSaysHowFarHowFastAndHowLong() {
    var message = talk.file(false, Gallery.NOW, "a.zip", 1, 4_400_000_000L, State.RUNNING);
    var running = talk.transfers.get(message.id()).running(1_900_000_000, 96_000_000);
    talk.transfers.put(message.id(), running);
    var look = of((Body.Offer) message.body(), false, running);
    assertThat(look.line()).isEqualTo("1.9 of 4.4 GB · 96 MB/s · 25 s left");
    assertThat(look.progress()).isBetween(0.43, 0.44);
  }

  private CardLook look(boolean own, State state, Problem problem) {
    var message = talk.file(own, Gallery.NOW, "tour.mp4", 1, 4_400_000_000L, state);
    var transfer = talk.transfers.get(message.id());
    if (problem != null) transfer = transfer.failed(problem);
    return of((Body.Offer) message.body(), own, transfer);
  }

  private static CardLook of(Body.Offer offer, boolean own, Transfer transfer) {
    return CardLook.of(
        offer, own, java.util.List.of(transfer), _ -> "Grace", Gallery.words(Language.EN));
  }
}
