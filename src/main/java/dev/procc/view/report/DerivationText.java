package dev.procc.view.report;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.Derivation;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.DerivationStep.Candidate;
import dev.procc.model.duedate.DerivationStep.Choose;
import dev.procc.model.duedate.DerivationStep.Count;
import dev.procc.model.duedate.DerivationStep.DayLine;
import dev.procc.model.duedate.DerivationStep.From;
import dev.procc.model.duedate.DerivationStep.Rolled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A derivation for people: the result first, then day by day how it came about.
///
/// ```
/// Mon 2025-01-06   due date of "Reconcile accounts receivable" (Sam Okafor)
///
/// WD3 = 3rd business day after the period   entity-close.template.yaml:19
///   Tue 2024-12-31   period 2024-Q4 ends    2024-Q4.period.yaml:3
///   Wed 2025-01-01   off, New Year's Day    calendars.yaml:10
/// ```
public final class DerivationText {
  private static final int LONG_COUNT = 40;

  private final List<Row> rows = new ArrayList<>();

  private DerivationText() {}

  /// A line: a day, what it is, and the text that says so.
  private record Row(int depth, @Nullable LocalDate date, String words, @Nullable String source) {}

  /// @param subject what the date is of, `due date of "Reconcile AR" (Sam Okafor)`
  public static String render(Derivation derivation, String subject, Style style) {
    DerivationText text = new DerivationText();
    text.steps(derivation.steps(), 1);
    StringBuilder out = new StringBuilder();
    out.append(style.bold(DayText.of(derivation.date()))).append("   ").append(subject);
    out.append("\n\n").append(derivation.canonical());
    if (!derivation.canonical().equals(derivation.text())) {
      out.append("   written ").append(derivation.text());
    }
    out.append("   ").append(style.cyan(place(derivation.origin()))).append('\n');
    text.print(out, style);
    String numbers = numbers(derivation);
    if (!numbers.isEmpty()) {
      out.append("  ").append(numbers).append('\n');
    }
    return out.toString();
  }

  /// Where a text stands, and the uses that brought it there.
  static String place(Origin origin) {
    StringBuilder place = new StringBuilder(origin.span().line());
    if (origin.layer() == Layer.DEFAULT) {
      place.insert(0, "default, ");
    }
    for (Origin layer : origin.from()) {
      if (layer.layer() == Layer.USE) {
        place.append(", used at ").append(layer.span().line());
      } else if (layer.layer() == Layer.ROW) {
        place.append(", for row ").append(layer.span().line());
      }
    }
    return place.toString();
  }

  private static String numbers(Derivation derivation) {
    List<String> said = new ArrayList<>();
    derivation.workday().ifPresent(n -> said.add("WD" + n));
    derivation
        .businessDay()
        .ifPresent(n -> said.add("business day " + n + " of the schedule, Workiva's BD" + n));
    return String.join(" = ", said);
  }

  private void steps(List<DerivationStep> steps, int depth) {
    for (DerivationStep step : steps) {
      switch (step) {
        case From from -> {
          Origin origin = from.origin();
          row(depth, from.date(), from.words(), origin == null ? null : origin.span());
        }
        case Count count -> days(count.words(), count.date(), count.days(), depth);
        case Rolled rolled -> days(rolled.words(), rolled.date(), rolled.days(), depth);
        case Choose choose -> {
          for (int i = 0; i < choose.candidates().size(); i++) {
            Candidate candidate = choose.candidates().get(i);
            String chosen =
                i == choose.chosen() ? candidate.words() + ", chosen" : candidate.words();
            steps(candidate.steps(), depth + 1);
            row(depth, candidate.date(), chosen, null);
          }
          row(depth, choose.date(), choose.words(), null);
        }
        case DerivationStep.Move move -> row(depth, move.date(), move.words(), null);
      }
    }
  }

  /// Day by day; of a long count only the days that are off and the ends.
  private void days(String words, LocalDate result, List<DayLine> days, int depth) {
    boolean all = days.size() <= LONG_COUNT;
    for (int i = 0; i < days.size(); i++) {
      DayLine day = days.get(i);
      boolean last = i == days.size() - 1;
      if (day.off()) {
        if (all || !day.reason().words().equals("weekend")) {
          row(depth, day.date(), "off, " + day.reason().words(), day.source());
        }
      } else if (all || i == 0 || last) {
        String number = last ? words : Integer.toString(day.number());
        row(depth, day.date(), number, null);
      }
    }
    if (days.isEmpty()) {
      row(depth, result, words, null);
    }
  }

  private void row(int depth, LocalDate date, String words, @Nullable Span source) {
    rows.add(new Row(depth, date, words, source == null ? null : source.line()));
  }

  private void print(StringBuilder out, Style style) {
    int width = 0;
    for (Row row : rows) {
      width = Math.max(width, row.source() == null ? 0 : Columns.width(row.words()));
    }
    for (Row row : rows) {
      out.repeat("  ", row.depth());
      if (row.date() != null) {
        out.append(DayText.of(row.date())).append("   ");
      }
      out.append(row.words());
      if (row.source() != null) {
        out.repeat(' ', Math.max(3, width - Columns.width(row.words()) + 3));
        out.append(style.faint(row.source()));
      }
      out.append('\n');
    }
  }
}
