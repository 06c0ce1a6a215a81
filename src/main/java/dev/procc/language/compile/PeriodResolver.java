package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.expand.scope.PeriodVariables;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.calendar.Period;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.SourcedPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The resolver of the days of a period: those of its document, otherwise those of its key.
final class PeriodResolver {
  private PeriodResolver() {}

  static @Nullable SourcedPeriod resolve(
      PeriodDecl decl, @Nullable FiscalRule fiscal, Findings findings) {
    Periods.PeriodLookup named =
        Periods.find(decl.key().value().toUpperCase(java.util.Locale.ROOT), fiscal);
    Period period = named.period();
    LocalDate start = date(decl.start());
    LocalDate end = date(decl.end());
    boolean unreadable =
        decl.document().get("start") instanceof Unknown
            || decl.document().get("end") instanceof Unknown
            || fiscal instanceof FiscalRule.Unread && Periods.isFiscalKey(decl.key().value());
    if (period == null && unreadable && (start == null || end == null)) {
      return null;
    }
    if (period == null && (start == null || end == null)) {
      String problem = named.problem();
      findings.add(
          Finding.of(
                  CompileCodes.MALFORMED_PERIOD,
                  decl.key().span(),
                  problem == null ? "\"" + decl.key().value() + "\" is not a period" : problem)
              .withHint(Periods.hint(decl.key().value(), fiscal) + ", or give its start and end"));
      return null;
    }
    Period days = merge(decl, period, start, end);
    if (days.end().isBefore(days.start())) {
      findings.add(endsBeforeStart(decl, days));
      return null;
    }
    Scalar beyond = beyondYears(decl.start()) ? decl.start() : decl.end();
    if (beyond != null && beyondYears(beyond)) {
      String years = " is out of range: dates go from " + EpochDays.SUPPORTED_YEARS;
      findings.add(
          Finding.of(
              CompileCodes.MALFORMED_PERIOD, beyond.span(), "\"" + beyond.value() + "\"" + years));
      return null;
    }
    return new SourcedPeriod(days, origin(decl));
  }

  private static Origin origin(PeriodDecl decl) {
    List<Origin> from = new ArrayList<>();
    for (Scalar scalar : new @Nullable Scalar[] {decl.label(), decl.start(), decl.end()}) {
      if (scalar != null) {
        from.add(new Origin(Layer.PERIOD, scalar.span()));
      }
    }
    return new Origin(Layer.PERIOD, decl.key().span(), from);
  }

  private static boolean beyondYears(@Nullable Scalar end) {
    LocalDate day = date(end);
    return day != null && EpochDays.of(day) == EpochDays.NONE;
  }

  private static Finding endsBeforeStart(PeriodDecl decl, Period days) {
    Scalar start = decl.start();
    Scalar end = decl.end();
    Scalar at = end != null ? end : start != null ? start : decl.key();
    Finding finding =
        Finding.of(
                CompileCodes.MALFORMED_PERIOD,
                at.span(),
                "The period ends on " + days.end() + ", before it starts on " + days.start())
            .withHint(
                start != null && end != null
                    ? "swap start and end, or correct one"
                    : "give both start and end, or neither: the key says the days");
    return start != null && at != start ? finding.withLabel(start.span(), "starts here") : finding;
  }

  private static Period merge(
      PeriodDecl decl, @Nullable Period named, @Nullable LocalDate start, @Nullable LocalDate end) {
    LocalDate first = start != null ? start : named == null ? LocalDate.EPOCH : named.start();
    LocalDate last = end != null ? end : named == null ? LocalDate.EPOCH : named.end();
    Scalar label = decl.label();
    String labelText =
        label != null ? label.value() : named == null ? decl.key().value() : named.label();
    return new Period(
        decl.key().value(),
        labelText,
        first,
        last,
        named == null ? last.getYear() : named.year(),
        named == null ? (last.getMonthValue() + 2) / 3 : named.quarter(),
        named == null ? last.getMonthValue() : named.month());
  }

  private static @Nullable LocalDate date(@Nullable Scalar scalar) {
    return scalar == null ? null : ScalarValues.date(scalar.value());
  }

  static PeriodVariables facts(SourcedPeriod sourced) {
    Origin origin = sourced.origin();
    if (origin == null) {
      throw new IllegalArgumentException("a period of a document has an origin");
    }
    return PeriodVariables.of(origin, sourced.period());
  }
}
