package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.compare.DateMove;
import dev.procc.live.compare.Impact;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.ReplacePath;
import dev.procc.live.planfile.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An impact for programs, by `schemas/impact.schema.json`.
public final class ImpactJson {
  private ImpactJson() {}

  /// The members of the document, behind those that every document has.
  public static Json.Obj of(ImpactReport report) {
    Impact impact = report.impact();
    List<Json> causes = new ArrayList<>();
    for (Map.Entry<Cause, List<DateMove>> cause : impact.byCause().entrySet()) {
      causes.add(cause(cause.getKey(), cause.getValue(), report));
    }
    List<Json> processes = new ArrayList<>();
    for (ProcessPlan process : impact.plan().processes()) {
      processes.add(process(process, impact));
    }
    List<Json> people = new ArrayList<>();
    for (Map.Entry<String, List<DateMove>> person : impact.byPerson().entrySet()) {
      people.add(
          Json.object()
              .put("id", person.getKey())
              .put("name", impact.name(person.getKey()))
              .put("dates", dates(person.getValue(), impact))
              .build());
    }
    List<Json> absences = new ArrayList<>();
    report.absences().forEach(absence -> absences.add(absence(absence)));
    return Json.object()
        .put("from", report.from())
        .put("to", report.to())
        .put("asOf", impact.plan().asOf())
        .put("summary", summary(impact))
        .put("causes", Json.array(causes))
        .put("processes", Json.array(processes))
        .put("people", Json.array(people))
        .put("absences", Json.array(absences))
        .put("appear", DiagnosticJson.array(report.appear()))
        .put("gone", DiagnosticJson.array(report.gone()))
        .put("outOfReach", Json.texts(report.outOfReach()))
        .build();
  }

  private static Json summary(Impact impact) {
    Set<String> processes = new LinkedHashSet<>();
    int moving = 0;
    for (DateMove date : impact.dates()) {
      if (date.moves()) {
        moving++;
        processes.add(date.process().identity());
      }
    }
    Summary s = impact.plan().summary();
    DateMove largest = impact.largest();
    return Json.object()
        .put("dates", moving)
        .put("processes", processes.size())
        .put("people", impact.byPerson().size())
        .put("largest", largest == null ? Json.NULL : date(largest, impact))
        .put("replace", s.replace())
        .put("inPlace", s.patch() + s.rename())
        .put("create", s.create())
        .put("trash", s.trash())
        .put("unchanged", s.noop())
        .build();
  }

  private static Json cause(Cause cause, List<DateMove> dates, ImpactReport report) {
    Set<String> processes = new LinkedHashSet<>();
    dates.forEach(date -> processes.add(date.process().identity()));
    return Json.object()
        .put("file", cause.file())
        .put("line", cause.line())
        .put("text", report.text(cause))
        .put("processes", Json.texts(processes))
        .put("dates", dates(dates, report.impact()))
        .build();
  }

  private static Json process(ProcessPlan process, Impact impact) {
    List<DateMove> dates = new ArrayList<>();
    for (DateMove date : impact.dates()) {
      if (date.process() == process) {
        dates.add(date);
      }
    }
    List<Json> paths = new ArrayList<>();
    for (ReplacePath path : process.replacePaths()) {
      paths.add(
          Json.object()
              .put("address", path.address())
              .put("field", path.field())
              .put("reason", path.reason().word())
              .build());
    }
    int changes = 0;
    for (FieldChange change : process.changes()) {
      changes += change.effective() ? 1 : 0;
    }
    Action action = process.action();
    return Json.object()
        .put("key", process.key())
        .putNullable("period", process.period())
        .put("name", process.name())
        .put("action", action == null ? "noop" : action.word())
        .put("changes", changes)
        .put("dates", dates(dates, impact))
        .put("replacePaths", Json.array(paths))
        .build();
  }

  private static Json dates(List<DateMove> dates, Impact impact) {
    List<Json> items = new ArrayList<>();
    dates.forEach(date -> items.add(date(date, impact)));
    return Json.array(items);
  }

  private static Json date(DateMove date, Impact impact) {
    FieldChange change = date.change();
    String person = date.person();
    return Json.object()
        .put("address", change.address())
        .put("field", change.field())
        .put("before", orNull(change.before()))
        .put("after", orNull(change.after()))
        .put(
            "businessDays",
            change.businessDays() == null ? Json.NULL : Json.of(change.businessDays()))
        .putNullable("rule", change.rule())
        .put("title", change.title())
        .putNullable("person", person == null ? null : impact.name(person))
        .build();
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }

  private static Json absence(ImpactReport.Absence absence) {
    List<Json> due = new ArrayList<>();
    for (ImpactReport.Due each : absence.due()) {
      due.add(
          Json.object()
              .put("date", each.date().toString())
              .put("address", each.address())
              .put("field", each.field())
              .put("title", each.title())
              .build());
    }
    return Json.object()
        .put("person", absence.person())
        .put("from", absence.from().toString())
        .put("to", absence.to().toString())
        .putNullable("cover", absence.cover())
        .put("due", Json.array(due))
        .build();
  }
}
