package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes the facts of a report from its JSON and looks for them in each rendering for people. A
/// rendering contains all of them, and no day or source line that is not in the report.
class RenderedFacts {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NAMED_DAY =
      Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern LINE = Pattern.compile("[\\w.-]+\\.(?:yaml|csv):\\d+");

  final Set<String> facts = new TreeSet<>();
  final Set<String> days = new TreeSet<>();
  final Set<String> lines = new TreeSet<>();

  /// Allows every day that is in a text.
  final void addDaysOf(String json) {
    DAY.matcher(json).results().map(MatchResult::group).forEach(days::add);
  }

  final void addDay(Json value) {
    if (value instanceof Json.Str day && DAY.matcher(day.value()).matches()) {
      facts.add(DayText.format(LocalDate.parse(day.value())));
    }
  }

  static String location(Json item) {
    Json.Obj cause = (Json.Obj) item;
    return text(cause, "file") + ":" + cause.integer("line").orElse(0L);
  }

  static String text(Json.Obj object, String name) {
    return object.text(name).orElse("");
  }

  /// Checks that each rendering contains every fact, and no other day or line.
  final void check(Map<String, String> files, String... renderings) {
    lines.addAll(facts.stream().filter(fact -> LINE.matcher(fact).matches()).toList());
    for (String rendering : renderings) {
      String shown = plain(files.get(rendering));
      List<String> missing = facts.stream().filter(fact -> !shown.contains(plain(fact))).toList();
      assertEquals(List.of(), missing, rendering + " lacks facts\n" + shown);
      Set<String> others = new TreeSet<>();
      NAMED_DAY.matcher(shown).results().map(day -> day.group(1)).forEach(others::add);
      others.removeAll(days);
      LINE.matcher(shown).results().map(MatchResult::group).forEach(others::add);
      others.removeAll(lines);
      assertEquals(Set.of(), others, rendering + " says more than the plan");
    }
  }

  /// The words of a rendering without its markup.
  private static String plain(String text) {
    return text.replaceAll("<!--.*?-->|<style>(?s:.*?)</style>|<[^>]*>", " ")
        .replaceAll("(?m)^> ", "")
        .replace("&#64;", "@")
        .replace("&#62;", ">")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace("›", ">")
        .replace("→", "->")
        .replaceAll("[\\\\*`]", "")
        .replaceAll("\\s+", " ");
  }
}
