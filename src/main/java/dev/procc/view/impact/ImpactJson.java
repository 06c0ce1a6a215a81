package dev.procc.view.impact;

import dev.procc.base.json.Json;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.ImpactChange;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.view.findings.FindingsJson;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.UnmovedDates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An impact as JSON, by `schemas/impact.schema.json`.
public final class ImpactJson {
  private ImpactJson() {}

  /// The members of the document, without those that every document has.
  public static Json.Obj of(ImpactReport report) {
    Impact impact = report.impact();
    List<Json> causes = new ArrayList<>();
    for (Map.Entry<Cause, List<ImpactChange>> cause : impact.byCause().entrySet()) {
      causes.add(cause(cause.getKey(), cause.getValue(), report));
    }
    List<Json> processes = new ArrayList<>();
    PlanLabels labels = new PlanLabels(impact.plan());
    for (ProcessPlan process : impact.plan().processes()) {
      processes.add(process(process, impact, labels));
    }
    List<Json> people = new ArrayList<>();
    for (Map.Entry<String, List<ImpactChange>> person : impact.byPerson().entrySet()) {
      people.add(
          Json.object()
              .put("id", person.getKey())
              .put("name", impact.personName(person.getKey()))
              .put("dates", dates(person.getValue(), impact))
              .build());
    }
    List<Json> absences = new ArrayList<>();
    report.absences().forEach(absence -> absences.add(absence(absence)));
    return Json.object()
        .put("from", report.versions().from())
        .put("to", report.versions().to())
        .put("asOf", impact.plan().header().asOf().toString())
        .put("summary", summary(impact))
        .put("causes", Json.array(causes))
        .put("processes", Json.array(processes))
        .put("people", Json.array(people))
        .put("absences", Json.array(absences))
        .put("appear", FindingsJson.toJsonArray(report.findings().added()))
        .put("gone", FindingsJson.toJsonArray(report.findings().removed()))
        .put("outOfReach", Json.texts(report.outOfReach()))
        .put("loosened", PlanFile.toJson(report.loosened()))
        .build();
  }

  private static Json summary(Impact impact) {
    Set<String> processes = new LinkedHashSet<>();
    int moving = 0;
    for (ImpactChange date : impact.dates()) {
      if (date.moves()) {
        moving++;
        processes.add(date.process().identity());
      }
    }
    PlanSummary s = impact.plan().summary();
    ImpactChange largest = impact.largest();
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

  private static Json cause(Cause cause, List<ImpactChange> dates, ImpactReport report) {
    Set<String> processes = new LinkedHashSet<>();
    dates.forEach(date -> processes.add(date.process().identity()));
    return Json.object()
        .put("file", cause.file())
        .put("line", cause.line())
        .put("text", report.lineText(cause))
        .put("processes", Json.texts(processes))
        .put(
            "dates",
            dates(dates.stream().filter(ImpactChange::isDueDate).toList(), report.impact()))
        .put("changes", otherChanges(dates))
        .build();
  }

  /// The changes besides due dates.
  private static Json otherChanges(List<ImpactChange> changes) {
    List<Json> items = new ArrayList<>();
    for (ImpactChange each : changes) {
      FieldChange change = each.change();
      if (!each.isDueDate()) {
        items.add(
            Json.object()
                .put("address", change.address())
                .put("field", change.field())
                .put("before", orNull(change.before()))
                .put("after", orNull(change.after()))
                .put("title", change.title())
                .build());
      }
    }
    return Json.array(items);
  }

  private static Json process(ProcessPlan process, Impact impact, PlanLabels labels) {
    List<ImpactChange> dates = new ArrayList<>();
    for (ImpactChange date : impact.dates()) {
      if (date.process() == process) {
        dates.add(date);
      }
    }
    List<Json> paths = new ArrayList<>();
    for (ReplacementCause path : process.explanation().replacement().causes()) {
      paths.add(
          Json.object()
              .put("address", path.address())
              .put("field", path.field())
              .put("reason", path.reason().word())
              .build());
    }
    int changes = 0;
    for (FieldChange change : process.changes()) {
      changes += change.isEffective() ? 1 : 0;
    }
    PlanAction action = process.mainAction();
    return Json.object()
        .put("key", process.process().key())
        .putNullable("period", process.process().period())
        .put("name", process.name())
        .put("action", action == null ? "noop" : action.word())
        .put("changes", changes)
        .put("dates", dates(dates, impact))
        .put("unmoved", unmoved(process, labels))
        .put("replacePaths", Json.array(paths))
        .build();
  }

  /// The due dates that stay while others move.
  private static Json unmoved(ProcessPlan process, PlanLabels labels) {
    List<Json> items = new ArrayList<>();
    for (DefinitionDate date : UnmovedDates.of(process)) {
      items.add(
          Json.object()
              .put("address", date.address())
              .put("field", date.field())
              .put("date", date.date())
              .put("title", labels.name(process.identity(), date.address()).title())
              .build());
    }
    return Json.array(items);
  }

  private static Json dates(List<ImpactChange> dates, Impact impact) {
    List<Json> items = new ArrayList<>();
    dates.forEach(date -> items.add(date(date, impact)));
    return Json.array(items);
  }

  private static Json date(ImpactChange date, Impact impact) {
    FieldChange change = date.change();
    String person = date.person();
    return Json.object()
        .put("address", change.address())
        .put("field", change.field())
        .put("before", orNull(change.before()))
        .put("after", orNull(change.after()))
        .put(
            "businessDays",
            change.value().businessDays() == null
                ? Json.NULL
                : Json.of(change.value().businessDays()))
        .put("daysOff", Json.texts(change.value().daysOff()))
        .putNullable("rule", change.value().dateExpression())
        .put("title", change.title())
        .putNullable("person", person == null ? null : impact.personName(person))
        .build();
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? Json.NULL : value;
  }

  private static Json absence(ImpactReport.SupposedAbsence absence) {
    List<Json> due = new ArrayList<>();
    for (ImpactReport.DueDuringAbsence date : absence.due()) {
      due.add(
          Json.object()
              .put("date", date.date().toString())
              .put("address", date.address())
              .put("field", date.field())
              .put("title", date.title())
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
