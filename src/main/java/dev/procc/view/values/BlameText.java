package dev.procc.view.values;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import dev.procc.view.values.BlameReport.BlameCommit;
import dev.procc.view.values.BlameReport.BlamedValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The commits in which values changed, as text and JSON.
public final class BlameText {
  private static final int MAX_FIELDS = 3;

  private BlameText() {}

  /// @param columns of the terminal
  public static SafeText render(BlameReport report, int columns) {
    TextPage page = new TextPage(columns);
    for (BlameCommit commit : report.commits()) {
      String request = commit.request().isEmpty() ? "" : " " + commit.request();
      page.wrap(
          0,
          2,
          commit.commit().substring(0, Math.min(8, commit.commit().length()))
              + " "
              + commit.date().substring(0, Math.min(10, commit.date().length()))
              + " "
              + commit.author()
              + request
              + ": "
              + commit.subject());
      folded(commit).forEach(values -> write(page, values));
      if (!commit.reached().isEmpty()) {
        page.line("  in Workiva since " + DayText.moment(commit.reached()));
      }
    }
    page.wrap(
        0,
        2,
        report.subject()
            + " changed in "
            + Plural.of(report.commits().size(), "commit")
            + " of "
            + report.versionCount()
            + (report.skipped().isEmpty()
                ? ""
                : "; "
                    + report.skipped().size()
                    + Plural.choose(
                        report.skipped().size(),
                        " does not compile and was passed over",
                        " do not compile and were passed over")));
    return page.toText();
  }

  /// The values that the same line changed alike, together.
  private static Collection<List<BlamedValue>> folded(BlameCommit commit) {
    Map<String, List<BlamedValue>> folded = new LinkedHashMap<>();
    for (BlamedValue value : commit.values()) {
      String like =
          value.cause()
              + "\0"
              + (value.before() == null ? "new" : value.after() == null ? "gone" : "other");
      folded.computeIfAbsent(like, key -> new ArrayList<>()).add(value);
    }
    return folded.values();
  }

  private static void write(TextPage page, List<BlamedValue> values) {
    for (BlamedValue value : values.subList(0, Math.min(MAX_FIELDS, values.size()))) {
      page.wrap(2, 4, value.field() + ": " + text(value.before()) + " -> " + text(value.after()));
    }
    if (values.size() > MAX_FIELDS) {
      page.line("  and " + Plural.of(values.size() - MAX_FIELDS, "more value"));
    }
    BlamedValue first = values.getFirst();
    if (!first.cause().isEmpty()) {
      page.wrap(4, 4, first.cause() + "  " + first.text());
    }
  }

  private static String text(@Nullable Json value) {
    if (value == null) {
      return "none";
    }
    return value instanceof Json.Str text ? dayOrText(text.value()) : value.write();
  }

  private static String dayOrText(String text) {
    String day = PlanLabels.dayText(text);
    return day.equals(text) ? PlanLabels.quote(text) : day;
  }

  /// The JSON of all values.
  public static Json.Obj json(BlameReport report) {
    List<Json> commits = new ArrayList<>();
    for (BlameCommit commit : report.commits()) {
      List<Json> values = new ArrayList<>();
      for (BlamedValue value : commit.values()) {
        values.add(
            Json.object()
                .put("address", value.field().address())
                .put("field", value.field().field())
                .put("before", value.before() == null ? Json.NULL : value.before())
                .put("after", value.after() == null ? Json.NULL : value.after())
                .put("cause", value.cause())
                .put("text", value.text())
                .build());
      }
      commits.add(
          Json.object()
              .put("commit", commit.commit())
              .put("author", commit.author())
              .put("date", commit.date())
              .put("subject", commit.subject())
              .put("request", commit.request())
              .put("reached", commit.reached())
              .put("values", Json.array(values))
              .build());
    }
    return Json.object()
        .put("subject", report.subject())
        .put("versions", report.versionCount())
        .put("skipped", Json.texts(report.skipped()))
        .put("commits", Json.array(commits))
        .build();
  }
}
