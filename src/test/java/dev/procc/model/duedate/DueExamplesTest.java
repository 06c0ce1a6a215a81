package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.model.calendar.FiscalRule;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.duedate.syntax.Roll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The 52 worked examples of the language, whose business-day results were checked with QuantLib.
class DueExamplesTest {
  private static final FiscalRule NRF =
      new FiscalRule.Weeks(
          new FiscalRule.YearEnd(DayOfWeek.SATURDAY, true, 1),
          FiscalRule.WeekPattern.P454,
          0,
          false);
  private static final FiscalRule LAST_SATURDAY =
      new FiscalRule.Weeks(
          new FiscalRule.YearEnd(DayOfWeek.SATURDAY, false, 12),
          FiscalRule.WeekPattern.P445,
          0,
          true);
  private static final FiscalRule JULY = new FiscalRule.Months(7, true);

  static String resource(String name) {
    try (InputStream in = DueExamplesTest.class.getResourceAsStream("/oracles/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Json.Obj json(String name) {
    try {
      return (Json.Obj) JsonReader.read(resource(name));
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Json.Obj> examples() {
    return json("due-examples.json").items("examples").stream().map(Json.Obj.class::cast);
  }

  private static DateResolution resolve(Json.Obj example) {
    Json.Obj context = example.obj("context").orElseThrow();
    DateTreeFixture close = new DateTreeFixture();
    FiscalRule fiscal = fiscal(example);
    close.options =
        new DateOptions(
            context.flag("dayZero", false), Roll.UNSPECIFIED, Severity.WARNING, fiscal, null);
    if (context.has("period")) {
      close.period =
          context.text("period").map(p -> DateTreeFixture.period(p, fiscal)).orElse(null);
    }
    String expr = example.text("expr").orElseThrow();
    boolean approval = expr.startsWith("dueDate");
    close.with(
        DateTreeFixture.task("recon-ar", "WD2", null),
        DateTreeFixture.task("accruals", "task(recon-ar).due + 2bd", null),
        DateTreeFixture.task("a", "task(b).due", null),
        DateTreeFixture.task("b", "task(c).due + 1bd", null),
        DateTreeFixture.task("c", "task(a).due - 1bd", null),
        DateTreeFixture.group("reconcile", false, "WD5"),
        DateTreeFixture.task(
            "here", approval ? "task(recon-ar).due" : expr, approval ? expr : null));
    if (context.has("period")) {
      close.due = null;
      close.children.subList(0, 6).clear();
    }
    return close.resolve();
  }

  /// The fiscal rule of an example, taken from its note.
  private static FiscalRule fiscal(Json.Obj example) {
    String note = example.text("note").orElse("");
    return note.contains("NRF") ? NRF : note.contains("1 July") ? JULY : LAST_SATURDAY;
  }

  @TestFactory
  List<DynamicTest> examplesGiveTheirDates() {
    List<DynamicTest> tests = new ArrayList<>();
    examples()
        .forEach(example ->
            tests.add(
                DynamicTest.dynamicTest(
                    example.text("expr").orElseThrow() + example.obj("context").orElseThrow(),
                    () -> check(example))));
    assertEquals(52, tests.size());
    return tests;
  }

  private static void check(Json.Obj example) {
    String expr = example.text("expr").orElseThrow();
    String expected = example.text("expected").orElseThrow();
    DateResolution resolution = resolve(example);
    String field =
        expr.startsWith("dueDate")
            ? FieldRole.APPROVAL_DUE.fieldName()
            : FieldRole.DUE_DATE.fieldName();
    LocalDate date = DateTreeFixture.date(resolution, "here", field);
    if (!expected.startsWith("PC")) {
      assertEquals(LocalDate.parse(expected), date, resolution.findings()::toString);
      assertTrue(
          DayText.format(LocalDate.parse(expected)).startsWith(example.text("day").orElse("")));
      derived(resolution, field, date);
      return;
    }
    assertEquals(null, date);
    String code = expected.substring(0, 5);
    Finding found =
        resolution.findings().stream()
            .filter(d -> d.code().id().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError(expected + " in " + resolution.findings()));
    assertNotNull(found.span());
    for (String word : expected.substring(5).split("[^\\w().-]+")) {
      if (word.matches("\\d{4}-\\d\\d-\\d\\d|task\\(.*|W?D-?\\d|9999|BD99")) {
        assertTrue(found.message().contains(word), () -> word + " in: " + found.message());
      }
    }
  }

  private static void derived(DateResolution resolution, String field, LocalDate date) {
    Derivation derivation = resolution.date(DateTreeFixture.ID + "/here", field).derivation();
    assertEquals(date, derivation.date());
    assertEquals(date, derivation.steps().getLast().date());
  }

  @Test
  void everyValidExampleMatchesThePatterns() {
    Pattern oracle = Pattern.compile(resource("due-pattern.txt").strip());
    Pattern ours = Pattern.compile(DateLanguage.PATTERN);
    examples()
        .filter(e -> !e.text("expected").orElse("").startsWith("PC"))
        .forEach(e -> {
          String expr = e.text("expr").orElseThrow();
          assertTrue(oracle.matcher(expr).find(), expr);
          assertTrue(ours.matcher(expr).find(), expr);
          String canonical = new DateLanguage().canonical(expr).orElseThrow();
          assertTrue(ours.matcher(canonical).find(), canonical);
        });
    for (String wrong : List.of("today + 3bd", "3 bizdays after start", "D+3")) {
      assertTrue(!ours.matcher(wrong).find(), wrong);
    }
  }
}
