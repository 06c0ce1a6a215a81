package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The facts of a plan, taken out of its JSON and looked for in each rendering for people: dates,
/// people, source lines, warnings, checks, refusals with their ways out, steps by hand, edits of
/// others. A rendering has all of them, and no day or source line that the plan has not.
final class PlanFacts {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NAMED_DAY =
      Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern LINE = Pattern.compile("[\\w.-]+\\.(?:yaml|csv):\\d+");
  private static final Set<String> REPORTED_ONLY = Set.of("ignored", "server-default");

  private final Set<String> facts = new TreeSet<>();
  private final Set<String> days = new TreeSet<>();
  private final Set<String> lines = new TreeSet<>();

  static PlanFacts ofPlan(String json) throws JsonException {
    PlanFacts facts = new PlanFacts();
    facts.addPlan((Json.Obj) JsonReader.read(json));
    DAY.matcher(json).results().map(MatchResult::group).forEach(facts.days::add);
    return facts;
  }

  private void addPlan(Json.Obj plan) {
    for (Json item : plan.items("warnings")) {
      Json.Obj warning = (Json.Obj) item;
      facts.add(text(warning, "message"));
      facts.add(text(warning, "about"));
      facts.add(text(warning, "hint"));
      addLine(warning);
    }
    plan.items("checked").forEach(check -> facts.add(((Json.Str) check).value()));
    plan.text("validUntil")
        .ifPresent(until -> days.add(LocalDate.parse(until).plusDays(1).toString()));
    Json.Obj names = plan.obj("people").orElseThrow();
    for (Json item : plan.items("processes")) {
      addProcess((Json.Obj) item, names);
    }
  }

  private void addProcess(Json.Obj process, Json.Obj names) {
    facts.add(text(process, "name"));
    for (Json item : process.items("changes")) {
      addChange((Json.Obj) item, names);
    }
    for (Json item : process.items("loads")) {
      Json.Obj load = (Json.Obj) item;
      if (!load.get("tasks").equals(load.get("tasksBefore"))
          || !load.get("approvals").equals(load.get("approvalsBefore"))) {
        facts.add(names.text(text(load, "person")).orElseThrow());
      }
    }
    for (Json item : process.items("refusals")) {
      Json.Obj refusal = (Json.Obj) item;
      facts.add(text(refusal, "message"));
      facts.add(text(refusal, "flag"));
      facts.add(text(refusal, "way"));
    }
    process.items("warnings").forEach(warning -> facts.add(((Json.Str) warning).value()));
    process.items("losses").forEach(loss -> facts.add(((Json.Str) loss).value()));
    Json.Obj live = process.obj("live").orElseThrow();
    if (Json.of(true).equals(live.get("editedSince"))) {
      live.text("modifiedBy").ifPresent(user -> facts.add(names.text(user).orElse(user)));
      live.text("modifiedAt").ifPresent(at -> facts.add(DayText.moment(at)));
    }
    process
        .obj("run")
        .ifPresent(run -> {
          run.items("hands").forEach(step -> addStep((Json.Obj) step));
          run.items("additions").forEach(added -> facts.add(text((Json.Obj) added, "title")));
        });
  }

  private void addChange(Json.Obj change, Json.Obj names) {
    if (!REPORTED_ONLY.contains(text(change, "reason"))) {
      List<Json> people = change.items("people");
      boolean approval = text(change, "field").equals("approverDueDate");
      if (!people.isEmpty() && (approval || text(change, "field").equals("dueDate"))) {
        String id = ((Json.Str) (approval ? people.getLast() : people.getFirst())).value();
        facts.add(names.text(id).orElse(id));
      }
      addDay(change.get("before"));
      addDay(change.get("after"));
      addDay(change.get("lastApplied"));
      change.items("causes").stream().limit(1).forEach(cause -> facts.add(location(cause)));
    }
    change.items("causes").forEach(cause -> lines.add(location(cause)));
  }

  private void addStep(Json.Obj step) {
    facts.add(text(step, "title"));
    for (Json item : step.items("edits")) {
      Json.Obj edit = (Json.Obj) item;
      facts.add(text(edit, "screen"));
      addDay(edit.get("before"));
      addDay(edit.get("after"));
    }
    step.items("causes").stream().limit(1).forEach(cause -> facts.add(location(cause)));
    step.items("causes").forEach(cause -> lines.add(location(cause)));
  }

  private void addDay(Json value) {
    if (value instanceof Json.Str day && DAY.matcher(day.value()).matches()) {
      facts.add(DayText.format(LocalDate.parse(day.value())));
    }
  }

  private void addLine(Json.Obj warning) {
    String at = text(warning, "file") + ":" + warning.integer("line").orElse(0L);
    facts.add(at);
    lines.add(at);
  }

  private static String location(Json item) {
    Json.Obj cause = (Json.Obj) item;
    return text(cause, "file") + ":" + cause.integer("line").orElse(0L);
  }

  private static String text(Json.Obj object, String name) {
    return object.text(name).orElse("");
  }

  /// Makes sure that each rendering has every fact, and no day or line beside them.
  void check(Map<String, String> files, String... renderings) {
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
