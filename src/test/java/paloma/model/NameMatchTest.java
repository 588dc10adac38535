package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {
  private final NameMatch match = new NameMatch(Pinyin.shared());

  @ParameterizedTest
  @CsvSource({
    "小雯,xw",
    "小雯,xiaowen",
    "小雯,xiaow",
    "小雯,xwen",
    "小雯,小w",
    "小雯,雯",
    "小雯,wen",
    "小雯,XW",
    "曾国藩,zgf",
    "曾国藩,ceng",
    "单雄信,shanxx",
    "仇英,qy",
    "重庆分公司,chongqing",
    "重庆分公司,cqfgs",
    "张志豪,zhzhh",
    "张志豪,zzh",
    "张志豪,zhih",
    "Anna Weber,weber",
    "Anna Weber,annaw",
    "女儿,nver",
    "尉迟恭,yuchi",
    "佐藤,zuo"
  })
  void findsANameByWhatIsTyped(String name, String typed) {
    assertThat(match.matches(name, typed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"小雯,wx", "小雯,xiaowang", "小雯,xm", "Anna,aw", "张志豪,zhx"})
  void doesNotFindWhatIsNotMeant(String name, String typed) {
    assertThat(match.matches(name, typed)).isFalse();
  }

  @Test
  void namesAreSortedAsTheyAreRead() {
    var names = Stream.of("张三", "重庆", "阿杰", "曾敏", "Bruno", "亓官", "anna");
    assertThat(names.sorted(Comparator.comparing(Pinyin.shared()::sortKey)))
        .containsExactly("阿杰", "anna", "Bruno", "重庆", "亓官", "曾敏", "张三");
  }

  @Test
  void aNameIsSpelledInOneWordOrNotAtAll() {
    assertThat(Pinyin.shared().spelled("小雯")).isEqualTo("xiaowen");
    assertThat(Pinyin.shared().spelled("Jonas")).isEmpty();
  }

  @Test
  void everyCommonCharacterHasAReading() {
    assertThat(Pinyin.shared().spelled("一龥丁珺喆")).isEqualTo("yiyudingjunzhe");
  }
}
