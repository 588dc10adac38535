package paloma.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What an office says: seeded messages in Chinese, English and both, with words as unevenly
 * frequent as those of a language (the n-th most frequent one about 1/n as often as the first).
 */
final class Chatter {
  private static final String[] CHINESE =
      ("的 我 是 你 了 在 不 好 有 这 就 吗 我们 可以 一下 今天 明天 已经 收到 没有 现在 什么 需要 下午 时候 问题 好的 谢谢 大家 会议"
              + " 文件 客户 项目 方案 报价 合同 发票 时间 确认 安排 联系 公司 部门 下周 上午 麻烦 看看 修改 版本 设计 市场 展台 财务 仓库"
              + " 物流 样品 价格 数量 订单 付款 审批 会议室 报价单 下个月 没问题 展览会 供应商 星期五 有限公司 工程师 负责人")
          .split(" ");

  private static final String[] ENGLISH =
      ("the to and a of is in for it you we on that i be with have please this can will not are"
              + " meeting ok thanks today tomorrow report file budget order customer price update"
              + " invoice review draft version schedule contract delivery sample report quarter"
              + " office printer password server design team project deadline lunch")
          .split(" ");

  private static final String[] SYLLABLES =
      "ba con der el fi gra hu in jo ka lo men nor op pre qui re sta tion ul ver wen xi yo zen"
          .split(" ");

  private static final int VOCABULARY = 20_000;

  private final Random random;
  private final List<String> chinese = new ArrayList<>(List.of(CHINESE));
  private final List<String> english = new ArrayList<>(List.of(ENGLISH));

  Chatter(long seed) {
    random = new Random(seed);
    while (chinese.size() < VOCABULARY) {
      int length = 2 + random.nextInt(2);
      var word = new StringBuilder();
      for (int i = 0; i < length; i++) word.appendCodePoint(0x4E00 + zipf(3_000) * 6);
      chinese.add(word.toString());
    }
    while (english.size() < VOCABULARY) {
      var word = new StringBuilder();
      int length = 2 + random.nextInt(3);
      for (int i = 0; i < length; i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      english.add(word.toString());
    }
  }

  String next() {
    int kind = random.nextInt(10);
    var text = new StringBuilder();
    if (kind < 7) {
      int words = 3 + random.nextInt(12);
      for (int i = 0; i < words; i++) text.append(chinese.get(zipf(VOCABULARY)));
      text.append("。");
    }
    if (kind >= 6) {
      int words = 2 + random.nextInt(12);
      for (int i = 0; i < words; i++) text.append(' ').append(english.get(zipf(VOCABULARY)));
    }
    return text.toString().strip();
  }

  /** A number below n; k about in proportion to 1/(k+1). */
  int zipf(int n) {
    return (int) Math.min(n - 1, Math.exp(random.nextDouble() * Math.log(n + 1)) - 1);
  }

  int below(int n) {
    return random.nextInt(n);
  }

  /** Words of some length out of the vocabulary, from the most frequent to the rarest. */
  List<String> chineseOf(int length, int count) {
    return spread(chinese.stream().filter(w -> w.length() == length).distinct().toList(), count);
  }

  List<String> englishWords(int count) {
    return spread(english.stream().filter(w -> w.length() > 1).distinct().toList(), count);
  }

  /** Some of the beginning, then ever wider steps. */
  private static List<String> spread(List<String> words, int count) {
    double step = Math.pow(words.size(), 1.0 / count);
    var chosen = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var word = words.get((int) Math.min(words.size() - 1, Math.pow(step, i + 1) - 1));
      if (!chosen.contains(word)) chosen.add(word);
    }
    return chosen;
  }

  /** Single characters, the frequent and the rare. */
  List<String> characters(int count) {
    var all =
        chinese.stream().flatMap(w -> w.codePoints().mapToObj(Character::toString)).distinct();
    return spread(all.toList(), count);
  }
}
