package dev.procc.view.dates;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.model.calendar.DayReason;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.Derivation;
import dev.procc.model.duedate.DerivationStep;
import dev.procc.model.duedate.DerivationStep.Candidate;
import dev.procc.model.duedate.DerivationStep.ChoiceStep;
import dev.procc.model.duedate.DerivationStep.CountStep;
import dev.procc.model.duedate.DerivationStep.DayLine;
import dev.procc.model.duedate.DerivationStep.RollStep;
import dev.procc.model.duedate.DerivationStep.StartStep;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A derivation for people: the result first, then its steps day by day.
///
/// ```
/// Mon 2025-01-06   due date of "Reconcile accounts receivable" (Sam Okafor)
///
/// WD3 = 3rd business day after the period   entity-close.template.yaml:19
///   Tue 2024-12-31   period 2024-Q4 ends    2024-Q4.period.yaml:3
///   Wed 2025-01-01   off, New Year's Day    calendars.yaml:10
/// ```
public final class DerivationText {
  private static final int MAX_FULL_COUNT = 40;

  private final List<DerivationLine> rows = new ArrayList<>();

  private DerivationText() {}

  /// A line: a day, its description, and the text that decides it.
  private record DerivationLine(
      int depth, @Nullable LocalDate date, String text, @Nullable String source) {}

  /// @param subject of the date, `due date of "Reconcile AR" (Sam Okafor)`
  public static SafeText render(Derivation derivation, String subject, Style style) {
    DerivationText text = new DerivationText();
    text.addSteps(derivation.steps(), 1);
    TextPage out = new TextPage();
    out.append(style.bold(DayText.format(derivation.date()))).append("   ").append(subject);
    out.append('\n').append('\n').append(derivation.canonical());
    if (!derivation.canonical().equals(derivation.text())) {
      out.append("   written ").append(derivation.text());
    }
    out.append("   ").append(style.cyan(originText(derivation.origin()))).append('\n');
    text.print(out, style);
    String numbers = dayNumbers(derivation);
    if (!numbers.isEmpty()) {
      out.append("  ").append(numbers).append('\n');
    }
    return out.toText();
  }

  /// The place of a text, and the uses that led to it.
  static String originText(Origin origin) {
    StringBuilder place = new StringBuilder(origin.span().pathAndLine());
    if (origin.layer() == Layer.DEFAULT) {
      place.insert(0, "default, ");
    }
    for (Origin layer : origin.inputs()) {
      if (layer.layer() == Layer.TEMPLATE_USE) {
        place.append(", used at ").append(layer.span().pathAndLine());
      } else if (layer.layer() == Layer.ROW) {
        place.append(", for row ").append(layer.span().pathAndLine());
      }
    }
    return place.toString();
  }

  private static String dayNumbers(Derivation derivation) {
    List<String> parts = new ArrayList<>();
    derivation.workday().ifPresent(n -> parts.add("WD" + n));
    derivation
        .businessDay()
        .ifPresent(n -> parts.add("business day " + n + " of the schedule, Workiva's BD" + n));
    return String.join(" = ", parts);
  }

  private void addSteps(List<DerivationStep> steps, int depth) {
    for (DerivationStep step : steps) {
      switch (step) {
        case StartStep from -> {
          Origin origin = from.origin();
          addRow(depth, from.date(), from.description(), origin == null ? null : origin.span());
        }
        case CountStep count ->
            addCountedDays(count.description(), count.date(), count.days(), depth);
        case RollStep rolled ->
            addCountedDays(rolled.description(), rolled.date(), rolled.days(), depth);
        case ChoiceStep choose -> {
          for (int i = 0; i < choose.candidates().size(); i++) {
            Candidate candidate = choose.candidates().get(i);
            String chosen =
                i == choose.chosen()
                    ? candidate.description() + ", chosen"
                    : candidate.description();
            addSteps(candidate.steps(), depth + 1);
            addRow(depth, candidate.date(), chosen, null);
          }
          addRow(depth, choose.date(), choose.description(), null);
        }
        case DerivationStep.MoveStep move -> addRow(depth, move.date(), move.description(), null);
      }
    }
  }

  /// Adds the counted days; for a long count, only the closed days and the ends.
  private void addCountedDays(String text, LocalDate result, List<DayLine> days, int depth) {
    boolean all = days.size() <= MAX_FULL_COUNT;
    for (int i = 0; i < days.size(); i++) {
      DayLine day = days.get(i);
      boolean last = i == days.size() - 1;
      if (day.isSkipped()) {
        if (all || day.reason().kind() != DayReason.ReasonKind.WEEKEND) {
          addRow(depth, day.date(), "off, " + day.reason().text(), day.source());
        }
      } else if (all || i == 0 || last) {
        String number = last ? text : Integer.toString(day.number());
        addRow(depth, day.date(), number, null);
      }
    }
    if (days.isEmpty()) {
      addRow(depth, result, text, null);
    }
  }

  private void addRow(int depth, LocalDate date, String text, @Nullable Span source) {
    rows.add(new DerivationLine(depth, date, text, source == null ? null : source.pathAndLine()));
  }

  private void print(TextPage out, Style style) {
    int width = 0;
    for (DerivationLine row : rows) {
      width = Math.max(width, row.source() == null ? 0 : TerminalText.width(row.text()));
    }
    for (DerivationLine row : rows) {
      out.repeat("  ", row.depth());
      if (row.date() != null) {
        out.append(DayText.format(row.date())).append("   ");
      }
      out.append(row.text());
      if (row.source() != null) {
        out.repeat(' ', Math.max(3, width - TerminalText.width(row.text()) + 3));
        out.append(style.faint(row.source()));
      }
      out.append('\n');
    }
  }
}
