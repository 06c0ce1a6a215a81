package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.text.Plural;
import dev.procc.model.duedate.DayText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The facts of an impact, of the state of a run, and of an evidence record.
final class ReportFacts extends RenderedFacts {
  private ReportFacts() {}

  private static Json.Obj read(ReportFacts facts, String json) throws JsonException {
    facts.addDaysOf(json);
    return (Json.Obj) JsonReader.read(json);
  }

  /// The lines and the dates that each moves, the people with their dates, the findings with their
  /// hints, and the outcome of each process.
  static ReportFacts ofImpact(String json) throws JsonException {
    ReportFacts facts = new ReportFacts();
    Json.Obj impact = read(facts, json);
    facts.addDay(impact.get("asOf"));
    for (Json item : impact.items("causes")) {
      Json.Obj cause = (Json.Obj) item;
      facts.addLocation(item);
      facts.facts.add(text(cause, "text"));
      cause.items("dates").forEach(date -> facts.addChange((Json.Obj) date));
      cause.items("changes").forEach(change -> facts.addTitle((Json.Obj) change));
    }
    for (Json item : impact.items("processes")) {
      facts.facts.add(text((Json.Obj) item, "key"));
      for (Json unmoved : ((Json.Obj) item).items("unmoved")) {
        facts.addTitle((Json.Obj) unmoved);
        facts.addDay(((Json.Obj) unmoved).get("date"));
      }
    }
    impact.items("outOfReach").forEach(key -> facts.facts.add(((Json.Str) key).value()));
    for (Json item : impact.items("people")) {
      facts.facts.add(text((Json.Obj) item, "name"));
    }
    Set<String> told = new HashSet<>(); // what one line brings is told once, with all its nodes
    for (String findings : new String[] {"appear", "gone"}) {
      for (Json item : impact.items(findings)) {
        Json.Obj finding = (Json.Obj) item;
        facts.facts.add(text(finding, "code"));
        if (told.add(text(finding, "code") + finding.get("span"))) {
          facts.facts.add(text(finding, "message"));
          facts.facts.add(text(finding, "hint"));
        }
        finding
            .obj("span")
            .ifPresent(span -> facts.addPlace(text(span, "file"), span.obj("start").orElseThrow()));
      }
    }
    return facts;
  }

  /// The run, its due date, and each task with its title, who has to act, by when, and what it
  /// waits for.
  static ReportFacts ofStatus(String json) throws JsonException {
    ReportFacts facts = new ReportFacts();
    Json.Obj status = read(facts, json);
    Json.Obj names = status.obj("people").orElseThrow();
    facts.facts.add(text(status, "name"));
    facts.facts.add(text(status, "key"));
    facts.facts.add(text(status, "status").toUpperCase(Locale.ROOT));
    facts.addDay(status.get("dueDate"));
    facts.addDay(status.get("asOf"));
    facts.addDay(status.get("startDay"));
    for (Json item : status.items("nodes")) {
      Json.Obj node = (Json.Obj) item;
      facts.addTitle(node);
      facts.addDay(node.get("dueDate"));
      node.integer("businessDaysLate")
          .filter(days -> days > 0)
          .ifPresent(days -> facts.facts.add(Plural.of(days, "business day") + " late"));
      boolean group = text(node, "type").equals("group");
      facts.facts.add(group ? "" : text(node, "state").replace("overdue", "OVERDUE"));
      node.text("person").ifPresent(id -> facts.facts.add(names.text(id).orElseThrow()));
      node.text("approver").ifPresent(id -> facts.facts.add(names.text(id).orElseThrow()));
    }
    return facts;
  }

  /// Who ran, requested and approved it, what changed from what to what by which line, calls,
  /// checks, warnings, dates.
  static ReportFacts ofRecord(String json) throws JsonException {
    ReportFacts facts = new ReportFacts();
    Json.Obj record = read(facts, json);
    Json.Obj names = record.obj("names").orElseThrow();
    Json.Obj result = record.obj("result").orElseThrow();
    for (String member : new String[] {"by", "target", "apiUrl", "previousRecord"}) {
      facts.facts.add(text(record, member));
    }
    facts.facts.add(DayText.moment(text(record, "at")));
    for (String member : new String[] {"key", "name", "action", "verdict", "message", "id"}) {
      facts.facts.add(text(result, member));
    }
    record
        .obj("change")
        .orElseThrow()
        .members()
        .values()
        .forEach(value -> facts.facts.add(DayText.moment(((Json.Str) value).value())));
    record
        .obj("planHash")
        .orElseThrow()
        .members()
        .values()
        .forEach(hash -> facts.facts.add(hash instanceof Json.Str text ? text.value() : ""));
    for (Json item : record.items("changes")) {
      Json.Obj change = (Json.Obj) item;
      facts.addChange(change);
      change.items("causes").forEach(facts::addLocation);
      for (String member : new String[] {"before", "after"}) {
        change
            .obj(member)
            .flatMap(value -> value.text("id"))
            .ifPresent(id -> facts.facts.add(names.text(id).orElseThrow()));
      }
    }
    for (Json item : record.items("lifted")) {
      facts.facts.add(text((Json.Obj) item, "message"));
      facts.facts.add(text((Json.Obj) item, "flag"));
    }
    for (Json item : record.items("waivers")) {
      facts.facts.add(text((Json.Obj) item, "reason"));
      facts.addDay(((Json.Obj) item).get("until"));
    }
    for (Json item : record.items("warnings")) {
      for (String member : new String[] {"code", "name", "at", "about", "message"}) {
        facts.facts.add(text((Json.Obj) item, member));
      }
      facts.lines.add(text((Json.Obj) item, "at"));
    }
    for (Json item : record.items("dates")) {
      facts.addDay(((Json.Obj) item).get("date"));
      facts.addTitle((Json.Obj) item);
    }
    for (String checks : new String[] {"checks", "failedChecks", "notChecked"}) {
      record.items(checks).forEach(check -> facts.facts.add(((Json.Str) check).value()));
    }
    result.items("calls").forEach(call -> facts.facts.add(text((Json.Obj) call, "request")));
    return facts;
  }

  private void addChange(Json.Obj change) {
    addDay(change.get("before"));
    addDay(change.get("after"));
    change.items("daysOff").forEach(this::addDay);
    addTitle(change);
    change.text("person").ifPresent(facts::add);
  }

  private void addTitle(Json.Obj node) {
    facts.add(text(node, "title"));
  }

  private void addPlace(String file, Json.Obj start) {
    String place = file + ":" + start.integer("line").orElse(0L);
    facts.add(place);
    lines.add(place);
  }

  private void addLocation(Json item) {
    facts.add(location(item));
    lines.add(location(item));
  }
}
