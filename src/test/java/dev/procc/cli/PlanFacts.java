package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The facts of a plan: dates, people, source lines, warnings, what was checked and what was not,
/// refusals and the commands that lift them, manual steps, edits of others.
final class PlanFacts extends RenderedFacts {
  private static final Set<String> REPORTED_ONLY = Set.of("ignored", "server-default");

  static PlanFacts ofPlan(String json) throws JsonException {
    PlanFacts facts = new PlanFacts();
    facts.addPlan((Json.Obj) JsonReader.read(json));
    facts.addDaysOf(json);
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
    plan.items("notChecked").forEach(check -> facts.add(((Json.Str) check).value()));
    plan.text("validUntil")
        .ifPresent(until -> days.add(LocalDate.parse(until).plusDays(1).toString()));
    Json.Obj names = plan.obj("people").orElseThrow();
    for (Json item : plan.items("processes")) {
      addProcess((Json.Obj) item, names);
      addUnmovedDates((Json.Obj) item, plan.obj("nodes").orElse(Json.Obj.EMPTY));
    }
  }

  /// The dates that stay while others move.
  private void addUnmovedDates(Json.Obj process, Json.Obj titles) {
    Set<String> moving = new HashSet<>();
    for (Json item : process.items("changes")) {
      Json.Obj change = (Json.Obj) item;
      boolean moves = change.get("before") instanceof Json.Str && isDueDate(change);
      if (moves && !REPORTED_ONLY.contains(text(change, "reason"))) {
        moving.add(text(change, "address") + ":" + text(change, "field"));
      }
    }
    for (Json item : moving.isEmpty() ? List.<Json>of() : process.items("dates")) {
      Json.Obj date = (Json.Obj) item;
      if (isDueDate(date) && !moving.contains(text(date, "address") + ":" + text(date, "field"))) {
        addDay(date.get("date"));
        facts.add(text(titles, text(date, "address")));
      }
    }
  }

  private static boolean isDueDate(Json.Obj item) {
    return Set.of("dueDate", "approverDueDate").contains(text(item, "field"));
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
      // For processes that are told as one, KEY stands for the key.
      String identity = text(process, "key") + process.text("period").map(p -> "@" + p).orElse("");
      for (Json way : refusal.items("ways")) {
        facts.addAll(List.of(text((Json.Obj) way, "do").split(Pattern.quote(identity))));
        facts.addAll(List.of(text((Json.Obj) way, "cost").split(Pattern.quote(identity))));
      }
    }
    process.items("warnings").forEach(warning -> facts.add(((Json.Str) warning).value()));
    if (process.items("refusals").isEmpty()) {
      process.items("losses").forEach(loss -> facts.add(((Json.Str) loss).value()));
    }
    Json.Obj live = process.obj("live").orElseThrow();
    if (Json.of(true).equals(live.get("editedSince"))) {
      live.text("modifiedBy").ifPresent(user -> facts.add(names.text(user).orElse(user)));
      live.text("modifiedAt").ifPresent(at -> facts.add(DayText.moment(at)));
    }
    process
        .obj("run")
        .ifPresent(run -> {
          run.items("hands").forEach(step -> addStep((Json.Obj) step));
          run.items("notices").forEach(notice -> facts.add(((Json.Str) notice).value()));
          run.items("loads").forEach(load -> addDay(((Json.Obj) load).get("first")));
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
      change.items("daysOff").forEach(this::addDay);
      change.items("causes").stream().limit(1).forEach(cause -> facts.add(location(cause)));
    }
    change.items("causes").forEach(cause -> lines.add(location(cause)));
  }

  private void addStep(Json.Obj step) {
    facts.add(text(step, "title"));
    addDay(step.get("by"));
    step.text("after").ifPresent(verb -> facts.add("procc " + verb));
    if (text(step, "kind").startsWith("add-")) {
      facts.add(text(step, "kind").replace("add-", "new "));
    }
    for (Json item : step.items("edits")) {
      Json.Obj edit = (Json.Obj) item;
      facts.add(text(edit, "screen"));
      addDay(edit.get("before"));
      addDay(edit.get("after"));
    }
    step.items("causes").stream().limit(1).forEach(cause -> facts.add(location(cause)));
    step.items("causes").forEach(cause -> lines.add(location(cause)));
  }

  private void addLine(Json.Obj warning) {
    String at = text(warning, "file") + ":" + warning.integer("line").orElse(0L);
    facts.add(at);
    lines.add(at);
  }
}
