package dev.procc.view.report;

import dev.procc.base.json.Json;
import dev.procc.live.plan.Plan;
import dev.procc.live.plan.ProcessPlan;
import dev.procc.live.plan.Refusal;
import dev.procc.live.plan.Summary;
import java.util.ArrayList;
import java.util.List;

/// A plan as one comment of a pull request: the verdict, then causes, then effects, then calls.
///
/// It never grows over the limit of the host: it says less, level by level, and that it does. A
/// hidden marker at its start finds it again and carries the hashes for display; what is approved
/// comes from elsewhere. Everything that comes from definitions or from Workiva is escaped.
public final class PlanMarkdown {
  /// What the marker begins with.
  public static final String MARKER = "<!-- procc:plan ";

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
    int left = level.processes();
    for (ProcessPlan process : plan.processes()) {
      boolean told =
          process.acts() || !process.refusals().isEmpty() || !process.warnings().isEmpty();
      if (told && left-- > 0) {
        MarkdownSections.write(out, plan, process, level);
      }
    }
    if (left < 0) {
      out.append("And ").append(PlanWords.count(-left, "more process")).append(".\n\n");
    }
    footer(out);
    return out.toString();
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
    part(parts, s.replace(), "is replaced", "are replaced");
    part(parts, s.create(), "is created", "are created");
    part(parts, s.patch() + s.rename(), "changes in place", "change in place");
    part(parts, s.trash(), "is trashed", "are trashed");
    String what = parts.isEmpty() ? "no changes" : String.join(", ", parts);
    return plan.refused() ? what + "; **apply would refuse**" : what;
  }

  private static void part(List<String> parts, int n, String one, String many) {
    if (n > 0) {
      parts.add(PlanWords.count(n, "process") + " " + (n == 1 ? one : many));
    }
  }

  private void footer(StringBuilder out) {
    for (Refusal refusal : plan.refusals()) {
      MarkdownSections.refusal(out, refusal);
    }
    if (!plan.checked().isEmpty() || plan.standingWarnings() > 0) {
      out.append("### Checks\n");
      for (String checked : plan.checked()) {
        out.append("- ").append(MarkdownText.plain(checked)).append('\n');
      }
      if (plan.standingWarnings() > 0) {
        out.append("- ⚠ ")
            .append(PlanWords.count(plan.standingWarnings(), "warning"))
            .append(" of `procc lint`\n");
      }
      out.append('\n');
    }
    if (!plan.acts()) {
      return;
    }
    String until = plan.validUntil();
    if (until != null) {
      out.append("Valid until ").append(PlanWords.day(until)).append(". ");
    }
    out.append("An apply carries out plan ")
        .append(MarkdownText.code(PlanText.shortHash(plan.planHash())))
        .append(" on target **")
        .append(MarkdownText.plain(plan.target()))
        .append("** and nothing else; if anything changes first, it stops and says what.\n");
  }
}
