package dev.procc.model.duedate.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Each expression has one canonical form, and no text makes the reader throw an exception.
class DateLanguageLawsTest {
  private static Outcome<DateSpec> parse(String text) {
    return new DateLanguage().parse(text, new SourceFile("x.yaml", text).fullSpan());
  }

  @Provide
  Arbitrary<DateExpression> expressions() {
    Arbitrary<DateExpression> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 84_005)
                .map(d -> new DateExpression.FixedDate(LocalDate.ofEpochDay(d))),
            Arbitraries.of(DateExpression.AnchorDate.AnchorName.values())
                .map(DateExpression.AnchorDate::new),
            Arbitraries.integers().between(1, 9999).map(DateExpression.BusinessDayNumber::new),
            Arbitraries.integers().between(-9999, 9999).map(DateExpression.WorkdayNumber::new),
            Combinators.combine(
                    Arbitraries.of(true, false),
                    Arbitraries.of("a", "us/recon-ar", "/x_1/y", "a.b-c"),
                    Arbitraries.of(
                        DateExpression.NodeReference.ReferencedDate.DUE,
                        DateExpression.NodeReference.ReferencedDate.DONE,
                        DateExpression.NodeReference.ReferencedDate.START))
                .as(DateExpression.NodeReference::new));
    return Arbitraries.lazyOf(
        () -> leaf, () -> leaf, this::steps, this::places, this::calls, this::weekdays);
  }

  private Arbitrary<DateExpression> steps() {
    return Combinators.combine(
            expressions(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 9999),
            Arbitraries.of(DateExpression.OffsetUnit.values()))
        .as(DateExpression.DateOffset::new);
  }

  private Arbitrary<DateExpression> places() {
    Arbitrary<DateExpression.DaySpan> where =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-1, 1).map(DateExpression.DaySpan.WithinPeriod::new),
            Arbitraries.of(
                new DateExpression.DaySpan.NextToPeriod(DateExpression.SpanUnit.MONTH, true),
                new DateExpression.DaySpan.NextToPeriod(DateExpression.SpanUnit.QUARTER, false)),
            Arbitraries.of("2026", "2026-04", "2026-Q1", "FY2026", "FY2026-Q4", "FY2026-P12")
                .map(DateExpression.DaySpan.OfPeriodKey::new),
            Combinators.combine(
                    Arbitraries.of(DateExpression.SpanUnit.values()),
                    Arbitraries.of(-1, 0, 1),
                    expressions().injectNull(0.5))
                .as(DateExpression.DaySpan.ContainingDate::new));
    return Combinators.combine(
            Arbitraries.integers().between(-60, 60).filter(n -> n != 0),
            Arbitraries.of(DateExpression.DayKind.values()),
            where)
        .as(DateExpression.NthDay::new);
  }

  private Arbitrary<DateExpression> weekdays() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(DateExpression.DayKind.values()).filter(kind -> kind.weekday() >= 0),
            Arbitraries.of(DateExpression.DateSide.values()),
            expressions())
        .as(DateExpression.WeekdayBeside::new);
  }

  private Arbitrary<DateExpression> calls() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(true, false), expressions().list().ofMinSize(1).ofMaxSize(3))
            .as(DateExpression.EarliestOrLatest::new),
        Combinators.combine(expressions(), expressions(), expressions())
            .as(DateExpression.Clamp::new));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void parsingTheCanonicalFormGivesTheExpression(
      @ForAll("expressions") DateExpression expr, @ForAll Roll roll) {
    DateSpec due = new DateSpec(expr, roll);
    String text = due.canonical();
    if (text.length() <= Parser.MAX_LENGTH) {
      assertEquals(due, parse(text).value().orElseThrow(() -> new AssertionError(text)));
      assertEquals(text, due.toString());
    }
  }

  @Provide
  Arbitrary<String> junk() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.of(DateKeywords.TERM_START),
            Arbitraries.of(DateKeywords.UNIT),
            Arbitraries.of(DateKeywords.SPAN),
            Arbitraries.of(
                "+", "-", "(", ")", ",", ".", "of", "or", "even", "after", "task(", "x)"),
            Arbitraries.of(
                "2026-04-01", "2026-04", "2026-Q1", "FY2026-P3", "5", "2nd", "0", "D", "T"),
            Arbitraries.strings().ofMaxLength(4));
    return words.list().ofMaxSize(12).map(list -> String.join(" ", list));
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void noTextMakesTheParserThrow(@ForAll("junk") String text) {
    Outcome<DateSpec> outcome = parse(text);
    assertEquals(outcome.value().isEmpty(), outcome.hasErrors());
    outcome
        .value()
        .ifPresent(due -> assertEquals(due, parse(due.canonical()).value().orElseThrow()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noStringMakesTheParserThrow(@ForAll String text) {
    Outcome<DateSpec> outcome = parse(text);
    assertEquals(outcome.value().isEmpty(), outcome.hasErrors());
  }
}
