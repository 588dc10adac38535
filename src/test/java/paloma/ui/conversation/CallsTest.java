package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.model.DeviceId;

final class CallsTest {
  private static final Calls.Person ANNA = person(1, "Anna");
  private static final Calls.Person ANNABEL = person(2, "Annabel");
  private static final Calls.Person XIAOWEN = person(3, "小雯");
  private static final Calls.Person DOUBLE = person(4, "Anna");
  private static final List<Calls.Person> ALL = List.of(ANNA, ANNABEL, XIAOWEN);

  private static Calls.Person person(int n, String name) {
    return new Calls.Person(DeviceId.ofKey(new byte[] {(byte) n}), name);
  }

  private static List<DeviceId> called(String text) {
    return Calls.in(text, ALL, Map.of()).who();
  }

  @Test
  void aNameBehindAnAtIsCalledWhereverItStands() {
    assertThat(called("@Anna please look")).containsExactly(ANNA.id());
    assertThat(called("样册好了@小雯明天送到")).containsExactly(XIAOWEN.id());
    assertThat(called("(@anna, @小雯)")).containsExactly(ANNA.id(), XIAOWEN.id());
  }

  @Test
  void theLongerNameIsMeantAndAPartOfAWordIsNobody() {
    assertThat(called("@Annabel")).containsExactly(ANNABEL.id());
    assertThat(called("@Annas")).isEmpty();
    assertThat(called("me@Anna")).isEmpty();
  }

  @Test
  void everybodyIsCalledInAnyLanguage() {
    assertThat(Calls.in("@all lunch", ALL, Map.of()).all()).isTrue();
    assertThat(Calls.in("@所有人 开会", ALL, Map.of()).all()).isTrue();
    assertThat(Calls.in("@全員 会議", ALL, Map.of()).all()).isTrue();
    assertThat(Calls.in("@Anna", ALL, Map.of()).all()).isFalse();
  }

  @Test
  void ofTwoWithOneNameTheOneWhoWasPickedIsMeant() {
    var people = List.of(ANNA, DOUBLE);
    assertThat(Calls.in("@Anna", people, Map.of()).who()).containsExactly(ANNA.id(), DOUBLE.id());
    assertThat(Calls.in("@Anna", people, Map.of("Anna", DOUBLE.id())).who())
        .containsExactly(DOUBLE.id());
  }
}
