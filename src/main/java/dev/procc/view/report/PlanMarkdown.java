package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.StandingWarning;
import dev.procc.live.planfile.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A plan as one comment of a pull request: the verdict, then causes, then effects, then calls.
///
/// It never grows over the limit of the host: it says less, level by level, and that it does. A
/// hidden marker at its start finds it again and carries the hashes for display; what is approved
/// comes from elsewhere. Everything that comes from definitions or from Workiva is escaped.
public final class PlanMarkdown {
  /// What the marker begins with.
  public static final String MARKER = "<!-- procc:plan ";

  private static final int MOST_WARNINGS = 10;
  private final Plan plan;
  private final MarkdownOptions options;

  private PlanMarkdown(Plan plan, MarkdownOptions options) {
    this.plan = plan;
    this.options = options;
  }

  /// The comment, with a line end at its end and never longer than the limit.
  public static String render(Plan plan, MarkdownOptions options) {
    return new PlanMarkdown(plan, options).render();
  }

  private String render() {
    String text = "";
    for (MarkdownLevel level : MarkdownLevel.values()) {
      text = render(level);
      if (text.length() <= options.limit()) {
        return text;
      }
    }
    return text.substring(0, Math.max(0, options.limit() - 1)).replaceFirst("\\n[^\\n]*$", "\n");
  }

  private String render(MarkdownLevel level) {
    StringBuilder out = new StringBuilder();
    out.append(MARKER).append(marker(level)).append(" -->\n");
    out.append("## procc: ").append(verdict()).append("\n\n");
    if (level != MarkdownLevel.FULL) {
      out.append("Shortened to fit in a comment: the whole of it is what `procc plan` prints.\n\n");
    }
    shared(out, level);
    int left = level.processes();
    for (ProcessPlan process : plan.processes()) {
      boolean told =
          process.acts()
              || !process.refusals().isEmpty()
              || !process.warnings().isEmpty()
              || process.run() != null && !process.run().hands().isEmpty();
      if (told && left-- > 0) {
        MarkdownSections.write(out, plan, process, level);
      }
    }
    if (left < 0) {
      out.append("And ").append(PlanWords.count(-left, "more process")).append(".\n\n");
    }
    footer(out, level);
    return out.toString();
  }

  /// Lines that change several processes.
  private void shared(StringBuilder out, MarkdownLevel level) {
    List<SharedCauses.Row> rows = SharedCauses.of(plan);
    if (rows.isEmpty() || level.rows() == 0) {
      return;
    }
    out.append("| Source | Line | Effect |\n|---|---|---|\n");
    int most = Math.min(rows.size(), level.rows());
    for (SharedCauses.Row row : rows.subList(0, most)) {
      out.append("| ")
          .append(MarkdownText.code(row.place()))
          .append(" | ")
          .append(MarkdownText.code(row.text()))
          .append(" | ")
          .append(row.effect())
          .append(" |\n");
    }
    out.append(rows.size() > most ? "\nand " + (rows.size() - most) + " more\n" : "").append('\n');
  }

  private String marker(MarkdownLevel level) {
    Json.Builder hashes = Json.object();
    int count = 0;
    for (ProcessPlan process : plan.processes()) {
      if (!process.hash().isEmpty() && count++ < level.processes()) {
        hashes.put(process.identity(), process.hash());
      }
    }
    String json =
        Json.object()
            .put("v", 1)
            .put("project", options.project())
            .put("target", plan.target())
            .put("head", options.head())
            .put("planHash", plan.planHash())
            .put("hashes", hashes.build())
            .put("detail", level.word())
            .put("truncated", level != MarkdownLevel.FULL)
            .build()
            .write();
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d");
  }

  private String verdict() {
    Summary s = plan.summary();
    List<String> parts = new ArrayList<>();
    boolean early = plan.processes().stream().allMatch(p -> p.runs().equals("none"));
    part(
        parts,
        s.replace(),
        "is replaced" + (early ? " before it starts" : ""),
        "are replaced" + (early ? " before they start" : ""));
    part(parts, s.create(), "is created", "are created");
    part(parts, s.patch() + s.rename(), "changes in place", "change in place");
    part(parts, s.trash(), "is trashed", "are trashed");
    part(parts, s.amend(), "gets tasks in its run", "get tasks in their runs");
    int hands = 0;
    for (ProcessPlan process : plan.processes()) {
      hands += process.run() == null ? 0 : process.run().hands().size();
    }
    String steps = hands == 0 ? "" : "; " + PlanWords.count(hands, "step") + " by hand in a run";
    String what = (parts.isEmpty() ? "no changes" : String.join(", ", parts) + dates()) + steps;
    return plan.refused() ? what + "; **apply would refuse**" : what;
  }

  /// `; 7 dates move by 1 business day`.
  private String dates() {
    int moving = 0;
    Set<Integer> shifts = new HashSet<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (change.effective() && EffectText.moves(change)) {
          moving++;
          shifts.add(change.businessDays());
        }
      }
    }
    if (moving == 0) {
      return "";
    }
    Integer shift = shifts.size() == 1 ? shifts.iterator().next() : null;
    String by =
        shift == null || shift == 0
            ? ""
            : " by "
                + PlanWords.count(Math.abs(shift), "business day")
                + (shift < 0 ? " back" : "");
    return "; " + PlanWords.count(moving, "date") + (moving == 1 ? " moves" : " move") + by;
  }

  private static void part(List<String> parts, int n, String one, String many) {
    if (n > 0) {
      parts.add(PlanWords.count(n, "process") + " " + (n == 1 ? one : many));
    }
  }

  private void warnings(StringBuilder out, int most) {
    int shown = 0;
    for (StandingWarning warning : plan.warnings()) {
      if (shown == most) {
        break;
      }
      out.append(shown++ == 0 && plan.checked().isEmpty() ? "⚠ " : "\n⚠ ");
      if (!warning.place().isEmpty()) {
        out.append(MarkdownText.code(warning.place())).append(' ');
      }
      out.append(MarkdownText.plain(warning.message()));
    }
    int left = plan.standingWarnings() - shown;
    if (left > 0) {
      out.append(shown == 0 && plan.checked().isEmpty() ? "⚠ " : "\n⚠ ")
          .append(shown == 0 ? PlanWords.count(left, "warning") : "and " + left + " more")
          .append(": `procc lint`");
    }
  }

  private void notManaged(StringBuilder out) {
    int outside = plan.notManaged().size();
    if (outside > 0) {
      out.append("Not in git, and left alone: ")
          .append(PlanWords.count(outside, "process"))
          .append(".\n\n");
    }
  }

  private void footer(StringBuilder out, MarkdownLevel level) {
    for (Refusal refusal : plan.refusals()) {
      MarkdownSections.refusal(out, refusal);
    }
    if (!plan.checked().isEmpty() || plan.standingWarnings() > 0) {
      out.append("### Checks\n");
      String separator = "";
      for (String checked : plan.checked()) {
        out.append(separator).append("✅ ").append(MarkdownText.plain(checked));
        separator = " · ";
      }
      warnings(out, Math.min(MOST_WARNINGS, level.rows()));
      out.append("\n\n");
    }
    notManaged(out);
    if (!plan.acts()) {
      return;
    }
    String until = plan.validUntil();
    if (until != null) {
      LocalDate last = PlanWords.date(Json.of(until));
      out.append("Merge before ")
          .append(PlanWords.day(last == null ? until : last.plusDays(1).toString()))
          .append(". ");
    }
    out.append("The merge applies plan ")
        .append(MarkdownText.code(PlanText.shortHash(plan.planHash())))
        .append(" on target **")
        .append(MarkdownText.plain(plan.target()))
        .append("** and nothing else; if anything changes first, it stops and says what.\n");
  }
}
