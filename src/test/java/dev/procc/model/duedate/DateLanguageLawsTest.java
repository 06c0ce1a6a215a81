package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// One canonical form for each expression, and no text that makes the reader throw.
class DateLanguageLawsTest {
  private static Outcome<Due> parse(String text) {
    return new DateLanguage().parse(text, new SourceFile("x.yaml", text).whole());
  }

  @Provide
  Arbitrary<Expr> expressions() {
    Arbitrary<Expr> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 84_005)
                .map(d -> new Expr.Day(LocalDate.ofEpochDay(d))),
            Arbitraries.of(Expr.Anchor.Name.values()).map(Expr.Anchor::new),
            Arbitraries.integers().between(1, 9999).map(Expr.BusinessDay::new),
            Arbitraries.integers().between(-9999, 9999).map(Expr.Workday::new),
            Combinators.combine(
                    Arbitraries.of(true, false),
                    Arbitraries.of("a", "us/recon-ar", "/x_1/y", "a.b-c"),
                    Arbitraries.of(
                        Expr.Reference.Field.DUE,
                        Expr.Reference.Field.DONE,
                        Expr.Reference.Field.START))
                .as(Expr.Reference::new));
    return Arbitraries.lazyOf(() -> leaf, () -> leaf, this::steps, this::places, this::calls);
  }

  private Arbitrary<Expr> steps() {
    return Combinators.combine(
            expressions(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 9999),
            Arbitraries.of(Expr.Unit.values()))
        .as(Expr.Step::new);
  }

  private Arbitrary<Expr> places() {
    Arbitrary<Expr.Where> where =
        Arbitraries.oneOf(
            Arbitraries.just(new Expr.Where.InPeriod()),
            Arbitraries.of(
                new Expr.Where.Beside(Expr.Stretch.MONTH, true),
                new Expr.Where.Beside(Expr.Stretch.QUARTER, false)),
            Arbitraries.of("2026", "2026-04", "2026-Q1", "FY2026", "FY2026-Q4", "FY2026-P12")
                .map(Expr.Where.Keyed::new),
            Combinators.combine(
                    Arbitraries.of(Expr.Stretch.values()),
                    Arbitraries.of(-1, 0, 1),
                    expressions().injectNull(0.5))
                .as(Expr.Where.Around::new));
    return Combinators.combine(
            Arbitraries.integers().between(-60, 60).filter(n -> n != 0),
            Arbitraries.of(Expr.What.values()),
            where)
        .as(Expr.Place::new);
  }

  private Arbitrary<Expr> calls() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(true, false), expressions().list().ofMinSize(1).ofMaxSize(3))
            .as(Expr.Pick::new),
        Combinators.combine(expressions(), expressions(), expressions()).as(Expr.Clamp::new));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void parsingTheCanonicalFormGivesTheExpression(
      @ForAll("expressions") Expr expr, @ForAll Roll roll) {
    Due due = new Due(expr, roll);
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
            Arbitraries.of(Words.TERM),
            Arbitraries.of(Words.UNIT),
            Arbitraries.of(Words.SPAN),
            Arbitraries.of(
                "+", "-", "(", ")", ",", ".", "of", "or", "even", "after", "task(", "x)"),
            Arbitraries.of(
                "2026-04-01", "2026-04", "2026-Q1", "FY2026-P3", "5", "2nd", "0", "D", "T"),
            Arbitraries.strings().ofMaxLength(4));
    return words.list().ofMaxSize(12).map(list -> String.join(" ", list));
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void noTextMakesTheParserThrow(@ForAll("junk") String text) {
    Outcome<Due> outcome = parse(text);
    assertEquals(outcome.value().isEmpty(), outcome.hasErrors());
    outcome
        .value()
        .ifPresent(due -> assertEquals(due, parse(due.canonical()).value().orElseThrow()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noStringMakesTheParserThrow(@ForAll String text) {
    Outcome<Due> outcome = parse(text);
    assertEquals(outcome.value().isEmpty(), outcome.hasErrors());
  }
}
