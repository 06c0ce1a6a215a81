package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Mismatch;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.ProcessResult.WrittenCall;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.planfile.PlanAction;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of an apply, for people.
public final class ApplyText {
  private ApplyText() {}

  public static SafeText render(ApplyResult result) {
    TextPage out = new TextPage();
    int applied = 0;
    int takenBack = 0;
    int adopted = 0;
    int forgotten = 0;
    for (ProcessResult process : result.processes()) {
      appendProcess(out, process);
      applied += process.hasStandingChanges() ? 1 : 0;
      takenBack += process.changed() && !process.hasStandingChanges() ? 1 : 0;
      adopted += isRecorded(process, PlanAction.ADOPT) ? 1 : 0;
      forgotten += isRecorded(process, PlanAction.FORGET) ? 1 : 0;
    }
    if (!result.message().isEmpty()) {
      out.append(result.message()).append('\n');
      appendHelp(out, result.help());
    } else {
      int others = result.processes().size() - applied - takenBack - adopted - forgotten;
      out.append(Plural.of(applied, "process")).append(" changed");
      if (adopted > 0) {
        out.append(", ").append(adopted).append(" adopted");
      }
      if (forgotten > 0) {
        out.append(", ").append(forgotten).append(" forgotten");
      }
      if (takenBack > 0) {
        out.append(", ").append(takenBack).append(" taken back");
      }
      if (others > 0) {
        out.append(", ").append(others).append(" not");
      }
      out.append('\n');
    }
    return out.toText();
  }

  /// Whether an action that changes only the ledger was done.
  private static boolean isRecorded(ProcessResult process, PlanAction action) {
    return process.action().equals(action.word())
        && process.verdict() == Verdict.APPLIED
        && !process.changed();
  }

  private static void appendProcess(TextPage out, ProcessResult process) {
    out.append(process.verdict().text()).append("  ").append(process.identity());
    if (!process.name().isEmpty()) {
      out.append("  \"").append(process.name()).append('"');
    }
    out.append("  ").append(process.action());
    if (process.id() != null) {
      out.append("  ").append(process.id());
    }
    if (process.ids().revisionAfter() != null) {
      out.append(", revision ").append(process.ids().revisionAfter());
    }
    out.append('\n');
    if (!process.message().isEmpty()) {
      out.append("  ").append(process.message()).append('\n');
    }
    for (WrittenCall call : process.calls()) {
      out.append("  ").append(call.request());
      if (call.size() > 0) {
        out.append(" (").append(Plural.of(call.size(), "change"));
        out.append(')');
      }
      out.append(": read back ").append(call.readBack().text()).append('\n');
    }
    detailLines(process).forEach(line -> out.append("  ").append(line).append('\n'));
    appendHelp(out, process.help());
  }

  /// The lines about mismatches, the server's errors, and warnings.
  private static List<String> detailLines(ProcessResult process) {
    List<String> lines = new ArrayList<>();
    for (Mismatch residual : process.details().mismatches()) {
      lines.add(
          "differs: "
              + residual.address()
              + ":"
              + residual.field()
              + " is "
              + valueText(residual.actual())
              + ", "
              + valueText(residual.expected())
              + " was expected");
    }
    for (ServerFinding finding : process.details().findings()) {
      String field = finding.field().isEmpty() ? "" : ":" + finding.field();
      lines.add(finding.address() + field + ": " + finding.error().message());
    }
    process.details().warnings().forEach(warning -> lines.add("warning: " + warning));
    return lines;
  }

  private static String valueText(@Nullable Json value) {
    return value == null ? "absent" : value.write();
  }

  private static void appendHelp(TextPage out, String help) {
    if (help.indexOf('\n') > 0) {
      boolean several = help.lines().filter(line -> !line.startsWith("  ")).count() > 1;
      out.line(several ? "  help: one of these, the mildest first" : "  help:");
      for (String line : help.split("\n", -1)) {
        if (line.startsWith("  ")) {
          out.wrap(6, 0, line.strip());
        } else {
          out.line("    " + line);
        }
      }
    } else if (!help.isEmpty()) {
      out.append("  help: ").append(help).append('\n');
    }
  }
}
