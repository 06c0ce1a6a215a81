package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.duedate.DayText;
import dev.procc.view.live.DriftReport.DriftRow;
import dev.procc.view.live.DriftReport.DriftedProcess;
import dev.procc.view.live.DriftReport.KnownDrift;
import dev.procc.view.plan.PlanMarkdown;
import dev.procc.view.plan.facts.EditConflict;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Drift as text, Markdown and JSON.
public final class DriftText {
  private static final MarkdownText CUT =
      MarkdownText.strong("Cut to fit in an issue")
          .plus(": ")
          .plus(MarkdownText.code("procc drift"))
          .plus(" prints all of it.");
  private static final int MAX_ROWS = 200;
  private final DriftReport report;
  private final PlanLabels labels;

  private final String project;

  private DriftText(DriftReport report, String project) {
    this.report = report;
    this.project = project;
    labels = new PlanLabels(report.names().people(), report.names().documents());
  }

  /// @param project the words by which the next command works on the same project, after a blank
  /// @param columns of the terminal
  public static SafeText render(DriftReport report, String project, int columns) {
    return new DriftText(report, project).text(columns);
  }

  /// The text of the issue that is kept while there is drift.
  ///
  /// @param project as for the text
  /// @param ledger the assignment by which commands find the ledger; empty if it is in the project
  public static SafeText markdown(
      DriftReport report, CommentForm form, String project, String ledger) {
    return CommentMarkdown.render(
        List.of(() -> PlanMarkdown.withLedger(new DriftText(report, project).markdown(), ledger)),
        form,
        CUT);
  }

  private SafeText text(int columns) {
    TextPage page = new TextPage(columns);
    for (DriftedProcess process : report.processes()) {
      ProcessPlan plan = process.plan();
      page.wrap(0, 2, headline(process));
      for (DriftRow row : process.rows()) {
        page.wrap(2, 2, where(plan, row) + " (" + ref(row) + "): " + what(row));
        if (row.known() != null) {
          page.wrap(4, 2, knownText(row.known()));
        }
      }
    }
    report.notes().forEach(note -> page.wrap(0, 2, note));
    page.wrap(0, 2, sum());
    if (report.editCount() > 0) {
      DriftWays settling = new DriftWays(report, project);
      List<WayOut> ways = settling.ways();
      page.wrap(0, 2, settling.heading());
      WaysText.write(page, 2, ways);
      page.line("To see what a pull would write: procc pull --dry-run" + project);
    }
    return page.toText();
  }

  /// `task due of "Explain flux"`: the name of what was edited.
  private String where(ProcessPlan plan, DriftRow row) {
    FieldChange change = row.change();
    String node =
        change.title().isEmpty()
            ? PlanLabels.noun(change.kind())
            : labels.name(plan.identity(), change).toString();
    return switch (change.field()) {
      case FieldChange.NODE, FieldChange.PARENT, FieldChange.POSITION -> node;
      default -> PlanLabels.label(change) + (change.kind().equals("process") ? "" : " of " + node);
    };
  }

  private static String ref(DriftRow row) {
    return switch (row.change().field()) {
      case FieldChange.NODE, FieldChange.PARENT, FieldChange.POSITION -> row.change().address();
      default -> row.change().address() + ":" + row.change().field();
    };
  }

  private String headline(DriftedProcess process) {
    ProcessPlan plan = process.plan();
    String name = plan.identity() + " " + PlanLabels.quote(plan.name());
    if (process.gone()) {
      return name
          + " is gone from Workiva; procc restore "
          + plan.identity()
          + project
          + " brings it back";
    }
    return name + ": " + differences(process.rows()) + EditConflict.stamp(plan, labels);
  }

  /// `2 edits made in Workiva`; differences where nobody knows who made any of them.
  private static String differences(List<DriftRow> rows) {
    return DriftWays.isUnknown(rows.stream())
        ? Plural.of(rows.size(), "difference") + ", and nobody knows whether Workiva was edited"
        : Plural.of(rows.size(), "edit") + " made in Workiva";
  }

  /// `"Close" in the definition, "Close, audited" in Workiva`.
  private String what(DriftRow row) {
    FieldChange change = row.change();
    String both =
        switch (change.changedBy()) {
          case BOTH -> " (the definition changed too)";
          case UNKNOWN -> " (nobody knows which of the two changed)";
          default -> "";
        };
    return switch (change.field()) {
      case FieldChange.NODE ->
          change.after() == null ? "added in Workiva" + both : "removed in Workiva" + both;
      case FieldChange.PARENT ->
          "moved in Workiva to group "
              + labels.valueText("name", change.before())
              + ", in the definition it stands in "
              + labels.valueText("name", change.after())
              + both;
      case FieldChange.POSITION -> "put in another order in Workiva" + both;
      default -> values(change) + both;
    };
  }

  /// `"Olga's" in Workiva, "Here" in the definition`, and what was last applied if that is neither.
  private String values(FieldChange change) {
    Json known = change.value().lastApplied();
    Json last = known instanceof Json.Null ? null : known;
    boolean three =
        known != null
            && !Objects.equals(last, change.before())
            && !Objects.equals(last, change.after());
    List<String> texts =
        ValueTexts.of(
            labels,
            change.field(),
            change.before(),
            change.after(),
            known == null ? change.after() : last);
    return texts.getFirst()
        + " in Workiva, "
        + texts.get(1)
        + " in the definition"
        + (three ? ", " + texts.getLast() + " when it was last applied" : "");
  }

  private static String knownText(KnownDrift known) {
    String until =
        known.until() == null ? "" : " until " + DayText.day(String.valueOf(known.until()));
    return "known" + until + ": " + known.reason() + " (" + known.by() + ")";
  }

  private String sum() {
    int known = report.knownCount();
    String end =
        report.firstEnd() == null
            ? ""
            : (known == 1 ? ", it ends on " : ", the first ends on ")
                + DayText.day(String.valueOf(report.firstEnd()));
    String rest = known == 0 ? "" : "; " + known + " known" + end;
    String asOf = "As of " + DayText.format(report.asOf()) + ": ";
    boolean isNone = report.news() == 0 && known == 0;
    return asOf
        + (isNone && !report.unrecorded().isEmpty()
            ? "no drift is known"
            : isNone
                ? "no drift, what is live is as it was applied"
                : report.news() == 0 ? "nothing new" : newsText())
        + rest
        + unrecordedText();
  }

  /// `; of close nothing is on record, so nothing was compared: procc plan shows what differs`;
  /// empty if all are on record.
  private String unrecordedText() {
    List<String> all = report.unrecorded();
    String more = all.size() > 3 ? " and " + (all.size() - 3) + " more" : "";
    return all.isEmpty()
        ? ""
        : "; of "
            + String.join(", ", all.subList(0, Math.min(3, all.size())))
            + more
            + " nothing is on record, so nothing was compared: procc plan shows what differs";
  }

  /// `2 edits that nobody has settled, 1 process that is gone`.
  private String newsText() {
    List<String> parts = new ArrayList<>();
    if (report.editCount() > 0) {
      String what = DriftWays.isUnknown(report.rows()) ? "difference" : "edit";
      parts.add(Plural.of(report.editCount(), what) + " that nobody has settled");
    }
    if (report.goneCount() > 0) {
      int gone = report.goneCount();
      parts.add(
          Plural.of(gone, "process") + Plural.choose(gone, " that is gone", " that are gone"));
    }
    return String.join(", ", parts);
  }

  private MarkdownPage markdown() {
    Json.Obj members = Json.object().put("v", 1).put("target", report.target()).build();
    MarkdownPage out = new MarkdownPage();
    out.append(MarkdownText.marker("drift", members)).line();
    out.heading(2).append("procc drift: " + report.target()).paragraph();
    out.append(sum() + ".").line();
    int left = MAX_ROWS;
    for (DriftedProcess process : report.processes()) {
      out.line().heading(3).append(headline(process)).line();
      if (!process.rows().isEmpty() && left > 0) {
        out.line().table("Where", "Edit", "Known");
      }
      for (DriftRow row : process.rows()) {
        if (left-- > 0) {
          out.row(
              MarkdownText.plain(where(process.plan(), row) + " ")
                  .plus(MarkdownText.code(ref(row))),
              MarkdownText.plain(what(row)),
              row.known() == null
                  ? MarkdownText.EMPTY
                  : MarkdownText.plain(knownText(row.known())));
        }
      }
    }
    if (left < 0) {
      out.line()
          .append("And " + Plural.of(-left, "more edit") + ": ")
          .code("procc drift" + project)
          .line();
    }
    writeRest(out);
    return out;
  }

  private void writeRest(MarkdownPage out) {
    if (!report.notes().isEmpty()) {
      out.line();
      report.notes().forEach(note -> out.item().append(note).line());
    }
    if (report.editCount() > 0) {
      DriftWays settling = new DriftWays(report, project);
      List<WayOut> ways = settling.ways();
      out.line().append(settling.heading()).line();
      int number = 0;
      for (WayOut way : ways) {
        out.line().number(++number).append(WaysText.markdown(way));
      }
      out.line();
    }
  }

  /// The JSON of all drift, with the number of unknown edits.
  public static Json.Obj json(DriftReport report) {
    List<Json> processes = new ArrayList<>();
    for (DriftedProcess process : report.processes()) {
      ProcessPlan plan = process.plan();
      processes.add(
          Json.object()
              .put("process", plan.identity())
              .putNullable("id", plan.id())
              .put("name", plan.name())
              .put("gone", process.gone())
              .putNullable("modifiedBy", plan.live().modified().userId())
              .putNullable("modifiedAt", plan.live().modified().at())
              .put("edits", Json.array(process.rows().stream().map(DriftText::json).toList()))
              .build());
    }
    return Json.object()
        .put("target", report.target())
        .put("asOf", report.asOf().toString())
        .put("drift", report.news())
        .put("known", report.knownCount())
        .put("processes", Json.array(processes))
        .put("notes", Json.texts(report.notes()))
        .put("unrecorded", Json.texts(report.unrecorded()))
        .put(
            "ways",
            WaysText.json(
                report.editCount() == 0 ? List.of() : new DriftWays(report, "").ways(), "cost"))
        .build();
  }

  private static Json json(DriftRow row) {
    FieldChange change = row.change();
    Json.Builder edit =
        Json.object()
            .put("address", change.address())
            .put("field", change.field())
            .put("title", change.title())
            .put("live", change.before() == null ? Json.NULL : change.before())
            .put("definition", change.after() == null ? Json.NULL : change.after())
            .put("definitionChanged", change.changedBy() != ChangedBy.DRIFT);
    if (change.value().lastApplied() != null) {
      edit.put("lastApplied", change.value().lastApplied());
    }
    KnownDrift known = row.known();
    if (known != null) {
      edit.put(
          "known",
          Json.object()
              .put("reason", known.reason())
              .putNullable("until", known.until())
              .put("by", known.by())
              .build());
    }
    return edit.build();
  }
}
