package paloma.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table of results. */
final class Table {
  private final List<String> rows = new ArrayList<>();

  void add(String what, String paloma, String baseline, String baselineIs) {
    rows.add("| " + String.join(" | ", what, paloma, baseline, baselineIs) + " |");
    System.out.println(rows.getLast());
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** The value that so many of a hundred do not exceed. */
  static double percentile(List<Double> values, double percent) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100) - 1);
  }

  static String number(double value, String unit) {
    int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f %s", value, unit);
  }

  @Override
  public String toString() {
    return "\n| What | Paloma | Baseline | The baseline is |\n|---|---|---|---|\n"
        + String.join("\n", rows)
        + "\n";
  }
}
