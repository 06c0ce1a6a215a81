package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.base.text.UnifiedDiff;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.view.live.ImportReport.FileRow;
import dev.procc.view.live.PullReport.PullRefusedRow;
import dev.procc.view.live.PullReport.PulledRow;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// A pull, as text and JSON.
public final class PullText {
  private static final int MAX_OTHERS = 12;

  private PullText() {}

  /// @param ahead whether nothing has been written yet, so that the changes of files are shown
  /// @param project the words by which the next command works on the same project, after a blank
  /// @param columns of the terminal
  public static SafeText render(PullReport report, boolean ahead, String project, int columns) {
    TextPage page = new TextPage(columns);
    PlanLabels labels = new PlanLabels(report.names().people(), report.names().documents());
    if (ahead) {
      for (FileRow file : report.files()) {
        page.lines(UnifiedDiff.text(file.path(), file.before(), file.after())).append('\n');
      }
    }
    for (PulledRow row : report.pulled()) {
      page.wrap(
          0,
          2,
          (ahead ? "Would pull " : "Pulled ")
              + ref(row.change())
              + ": "
              + what(labels, row.change()));
      String at = String.join(", ", row.places());
      String note = row.note().isEmpty() ? "" : at.isEmpty() ? row.note() : ", " + row.note();
      page.wrap(2, 2, at + note);
      if (!row.others().isEmpty()) {
        page.wrap(2, 2, "changes too: " + others(row.others()));
      }
    }
    for (PullRefusedRow row : report.refused()) {
      page.wrap(0, 2, "Not pulled " + row.ref() + ": " + row.why());
      WaysText.write(page, 2, ways(row, project));
    }
    for (String identity : report.gone()) {
      page.wrap(0, 2, identity + " is gone from Workiva; its definition stays as it is");
    }
    page.line(sum(report, ahead));
    if (!ahead && !report.pulled().isEmpty()) {
      page.line("Next: procc plan" + project);
    }
    return page.toText();
  }

  /// The first addresses and the number of the others.
  private static String others(List<String> refs) {
    int shown = Plural.shown(refs.size(), MAX_OTHERS);
    String more = refs.size() > shown ? " and " + (refs.size() - shown) + " more" : "";
    return String.join(", ", refs.subList(0, shown)) + more;
  }

  /// The ways out of a refusal, as commands for the same project.
  private static List<WayOut> ways(PullRefusedRow row, String project) {
    return row.ways().stream()
        .map(way -> way.isCommand() ? new WayOut(way.action() + project, way.cost()) : way)
        .toList();
  }

  private static String sum(PullReport report, boolean ahead) {
    int pulled = report.pulled().size();
    int refused = report.refused().size();
    return pulled + refused == 0
        ? "Nothing to pull" + (report.gone().isEmpty() ? why(report.known()) : "")
        : Plural.of(pulled, "edit")
            + (ahead ? " would be pulled" : " pulled")
            + (refused == 0
                ? "; "
                : ", " + refused + Plural.choose(refused, " was not; ", " were not; "))
            + Plural.of(report.files().size(), "file")
            + (ahead ? " would change" : " changed");
  }

  private static String why(int known) {
    return known == 0
        ? ": the definitions have every edit made in Workiva"
        : ": "
            + Plural.of(known, "edit")
            + " "
            + Plural.choose(known, "is", "are")
            + " known and"
            + Plural.choose(known, " stays", " stay")
            + " in Workiva alone (procc drift)";
  }

  private static String ref(FieldChange change) {
    return switch (change.field()) {
      case FieldChange.NODE, FieldChange.PARENT, FieldChange.POSITION -> change.address();
      default -> change.address() + ":" + change.field();
    };
  }

  private static String what(PlanLabels labels, FieldChange change) {
    return switch (change.field()) {
      case FieldChange.NODE ->
          (change.after() == null ? "added, " : "removed, ") + PlanLabels.quote(change.title());
      case FieldChange.PARENT -> "moved to group " + labels.valueText("name", change.before());
      case FieldChange.POSITION -> "in another order";
      default ->
          String.join(
              " -> ", ValueTexts.of(labels, change.field(), change.after(), change.before()));
    };
  }

  /// @param written whether the files were written
  public static Json.Obj json(PullReport report, boolean written) {
    List<Json> pulled = new ArrayList<>();
    for (PulledRow row : report.pulled()) {
      FieldChange change = row.change();
      pulled.add(
          Json.object()
              .put("address", change.address())
              .put("field", change.field())
              .put("live", change.before() == null ? Json.NULL : change.before())
              .put("definition", change.after() == null ? Json.NULL : change.after())
              .put("places", Json.texts(row.places()))
              .put("note", row.note())
              .put("others", Json.texts(row.others()))
              .build());
    }
    List<Json> refused = new ArrayList<>();
    for (PullRefusedRow row : report.refused()) {
      refused.add(
          Json.object()
              .put("ref", row.ref())
              .put("message", row.why())
              .put("ways", WaysText.json(row.ways(), "cost"))
              .build());
    }
    List<Json> files = new ArrayList<>();
    for (FileRow file : report.files()) {
      files.add(Json.object().put("path", file.path()).put("text", file.after()).build());
    }
    return Json.object()
        .put("target", report.target())
        .put("written", written)
        .put("pulled", Json.array(pulled))
        .put("refused", Json.array(refused))
        .put("gone", Json.texts(report.gone()))
        .put("files", Json.array(files))
        .build();
  }
}
