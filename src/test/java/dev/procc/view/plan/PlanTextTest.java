package dev.procc.view.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.codehost.CommentForm;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import dev.procc.testing.Golden;
import dev.procc.view.report.PlanFixture;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans of the sample as people read them, a folder for each case; `-Dgolden.update=true` writes
/// them.
class PlanTextTest {
  private static final Path FOLDER = Path.of("src/test/resources/plan");
  private static final PlanOptions OPTIONS =
      new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 0, null);
  private static final Map<String, Supplier<Plan>> CASES = new LinkedHashMap<>();

  static {
    CASES.put("create", () -> new PlanFixture().plan(PlanOverrides.NONE));
    CASES.put("no-change", () -> new PlanFixture().applied().plan(PlanOverrides.NONE));
    CASES.put("replace", () -> PlanFixture.replace().plan(PlanOverrides.NONE));
    CASES.put("in-place", () -> PlanFixture.inPlace().plan(PlanOverrides.NONE));
    CASES.put(
        "edited-in-workiva",
        () ->
            PlanFixture.inPlace()
                .editedInWorkiva("Provide Q4 2024 revenue commentary", "Somebody else's title")
                .editedInWorkiva("\"2025-01-23\"", "\"2025-01-27\"")
                .editedInWorkiva("Complete", "Finish")
                .plan(PlanOverrides.NONE));
    CASES.put("relative-dates", () -> PlanFixture.relative().plan(PlanOverrides.NONE));
    CASES.put("running", () -> PlanFixture.replace().withRun("running").plan(PlanOverrides.NONE));
    CASES.put(
        "holiday-taken-away",
        () ->
            new PlanFixture()
                .applied()
                .edit(
                    "calendars.yaml",
                    "  - { date: 2025-01-01, name: New Year's Day }\n  - { date: 2025-01-20",
                    "  - { date: 2025-01-20")
                .plan(PlanOverrides.NONE));
  }

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reads(String name) throws IOException, PlanFileException {
    Plan plan = CASES.get(name).get();
    String text = PlanText.render(plan, PlanOptions.DEFAULT, Style.PLAIN).toString();
    golden(name, "plan.txt", text);
    golden(
        name,
        "detail.txt",
        PlanText.render(
                plan,
                new PlanOptions(PlanOptions.GroupBy.PERSON, true, 0, "q4.plan.json"),
                Style.PLAIN)
            .toString());
    for (PlanOptions.GroupBy groupBy : PlanOptions.GroupBy.values()) {
      if (groupBy != PlanOptions.GroupBy.CAUSE) {
        golden(
            name,
            "by-" + groupBy.name().toLowerCase(Locale.ROOT) + ".txt",
            PlanText.render(plan, new PlanOptions(groupBy, false, 0, null), Style.PLAIN)
                .toString());
      }
    }
    golden(
        name,
        "quiet.txt",
        PlanText.render(plan, quiet(1), Style.PLAIN).toString()
            + "-qq\n"
            + PlanText.render(plan, quiet(2), Style.PLAIN).toString());
    String page = PlanHtml.render(plan, OPTIONS).toString();
    golden(name, "plan.html", page.replace(styleSheet(), "(as in the template)\n"));
    assertFalse(page.contains("<script") || page.contains("src="), page);
    golden(name, "plan.md", PlanMarkdown.render(plan, CommentForm.GITHUB).toString());
    for (String line : text.split("\n")) {
      assertTrue(TerminalText.width(line) <= TextPage.DEFAULT_COLUMNS + 20, line);
    }
    for (int columns : new int[] {80, 140}) {
      PlanOptions other =
          new PlanOptions(
              PlanOptions.GroupBy.CAUSE, false, 0, null, "", PlanOptions.Project.HERE, columns);
      String fitted = PlanText.render(plan, other, Style.PLAIN).toString();
      assertEquals(words(text), words(fitted));
      assertEquals(
          fitted,
          PlanText.render(plan, other, Style.COLOUR).coloured().replaceAll("\u001b\\[[0-9;]*m", ""),
          "colour takes no room");
      for (String line : fitted.split("\n")) {
        boolean table = line.startsWith("    ") && line.contains("   ");
        assertTrue(table || TerminalText.width(line) <= columns, line);
      }
    }
    Plan again = PlanFile.read("plan.json", PlanFile.write(plan));
    assertEquals(text, PlanText.render(again, PlanOptions.DEFAULT, Style.PLAIN).toString());
    assertEquals(page, PlanHtml.render(again, OPTIONS).toString());
    assertEquals(plan, again);
  }

  /// The style sheet in the template of the page.
  private static String styleSheet() throws IOException {
    String template =
        Files.readString(Path.of("src/main/resources/dev/procc/view/text/plan.html.mustache"));
    String start = "<style>\n";
    return template.substring(
        template.indexOf(start) + start.length(), template.indexOf("</style>"));
  }

  private static String words(String text) {
    return String.join(" ", text.replace(":", "").strip().split("\\s+"));
  }

  private static PlanOptions quiet(int level) {
    return new PlanOptions(PlanOptions.GroupBy.CAUSE, false, level, null);
  }

  private static void golden(String name, String file, String text) throws IOException {
    Path path = FOLDER.resolve(name).resolve(file);
    Golden.check(path, text);
  }

  @Test
  void everyGoldenHasItsCase() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      Set<String> found = new TreeSet<>(folders.map(p -> p.getFileName().toString()).toList());
      assertEquals(new TreeSet<>(CASES.keySet()), found);
    }
  }

  @Test
  void quietLevels() {
    Plan plan = PlanFixture.inPlace().plan(PlanOverrides.NONE);
    String one =
        PlanText.render(
                plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 1, null), Style.PLAIN)
            .toString();
    String two =
        PlanText.render(
                plan, new PlanOptions(PlanOptions.GroupBy.CAUSE, false, 2, null), Style.PLAIN)
            .toString();
    assertTrue(one.contains("CHANGE IN PLACE"), one);
    assertTrue(one.lines().count() < 10, one);
    assertEquals(2, two.lines().filter(line -> !line.startsWith("  ")).count(), two);
  }

  /// A reader of a refused plan reads no text about what it would have done.
  @Test
  void aRefusedPlanPromisesNothing() {
    for (Supplier<Plan> refused : List.of(CASES.get("running"), CASES.get("edited-in-workiva"))) {
      Plan plan = refused.get();
      assertTrue(plan.isRefused());
      for (String format : List.of("text", "markdown", "html")) {
        String text = PlanFormats.render(format, plan, OPTIONS, Style.PLAIN).toString();
        for (String promise :
            List.of(
                "The merge applies",
                "Merge before",
                "API call",
                "must show",
                "Valid until",
                "goes to the bin",
                "Not carried over",
                "nothing is created or trashed")) {
          assertFalse(text.contains(promise), format + ": " + promise);
        }
      }
    }
  }
}
