package dev.procc.cli.calendar;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.cli.lint.LintReport;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.periods.CarryOverIssue;
import dev.procc.language.periods.RollForward;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.ProjectLocation;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.model.process.ProcessJob;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `procc roll-forward`: the next period from the last one, and what does not follow.
public final class RollForwardCommand implements Command {
  private static final int MAX_SHOWN = 12;

  @Override
  public String name() {
    return "roll-forward";
  }

  @Override
  public String summary() {
    return "write the next period, and tell what does not follow";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.DATES;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--to", "KEY", "the new period; by default the next one"),
            Option.value("--from", "KEY", "the period to go on from; by default the last one")
                .completes(ValueKind.PERIOD),
            Option.choice(
                "--status", List.of("planned", "open"), "the status; by default as before"),
            Option.flag("--dry-run", "show the file and the report, write nothing"),
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("", 0, 0);
  }

  @Override
  public String details() {
    return """
    The new file stands beside the last one's and is named like it. Processes, variables and
    comments are carried over; changes, label and written days are not. The report says what stays
    as it was: typed dates, people who are away, documents, calendars that were not looked up so
    far, variables and texts that name the last period. Then the new period is compiled. Exit 3
    when errors are found; the file is written all the same, exit 4 when it is there already.

    Examples:
      procc roll-forward
      procc roll-forward --to 2025-Q1 --dry-run
      procc roll-forward --to FY2026-P04 --from FY2026-P03 --status planned
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectRequest request = ProjectArguments.request(invocation, List.of());
    ProjectLocation location = request.locate();
    RollForward.RollForwardRequest wish =
        new RollForward.RollForwardRequest(
            invocation.args().value("--from"),
            invocation.args().value("--to"),
            invocation.args().value("--status"));
    RollForward.RollForwardResult result =
        RollForward.create(
            new DiskTree(location.root()),
            location.config(),
            wish,
            ProjectSession.options(request, null));
    RollForward done = result.rollForward();
    RollForward.RollForwardRefusal refusal = result.refusal();
    if (refusal != null) {
      throw failure(refusal);
    }
    if (done == null) {
      throw new IllegalStateException("neither done nor refused");
    }
    int exit = LintReport.exit(done.findings(), Severity.ERROR);
    boolean dry = invocation.args().has("--dry-run");
    if (!dry) {
      Path file = location.root().resolve(done.path());
      invocation.writeFile(file.toString(), done.text());
    }
    if (invocation.isJson()) {
      invocation.print(exit, json(done, !dry));
      return exit;
    }
    invocation.print(text(done, Style.of(invocation.usesColour())));
    invocation.println("");
    if (dry) {
      invocation.print(done.text());
      invocation.println("");
    }
    invocation.println(
        dry ? "Nothing was written; above is " + done.path() : "Written to " + done.path());
    if (!dry) {
      invocation.note("next: " + nextStep(done, exit));
    }
    return exit;
  }

  private static Failure failure(RollForward.RollForwardRefusal refusal) {
    if (refusal.conflict()) {
      return Failure.refused(refusal.message(), refusal.hint());
    }
    return refusal.usageError()
        ? Failure.usage(refusal.message(), refusal.hint())
        : Failure.noMatch(refusal.message(), refusal.hint());
  }

  private static String nextStep(RollForward done, int exit) {
    List<String> identities = identities(done);
    String word = identities.isEmpty() ? "" : " " + String.join(" ", identities);
    String first = lacksCalendarDays(done) ? "look the days up (procc calendar import), then " : "";
    return first + (exit == ExitCode.OK ? "procc plan" : "procc lint") + word;
  }

  private static List<String> identities(RollForward done) {
    List<String> identities = new ArrayList<>();
    for (CompiledProcess process : done.compilation().processes()) {
      identities.add(process.identity());
    }
    return identities;
  }

  private static String text(RollForward done, Style style) {
    StringBuilder out = new StringBuilder(style.bold(done.period().key()));
    out.append("   ").append(done.period().label()).append(", ");
    out.append(DayText.format(done.period().start())).append(" to ");
    out.append(DayText.format(done.period().end())).append('\n');
    out.append("  after ").append(done.from()).append(", status ").append(done.status());
    out.append('\n');
    if (!done.skipped().isEmpty()) {
      out.append("  ").append(style.yellow("skipped: " + String.join(", ", done.skipped())));
      out.append('\n');
    }
    CarryOverIssue.CarryOverKind kind = null;
    int shown = 0;
    for (CarryOverIssue each : done.issues()) {
      if (each.kind() != kind) {
        appendMore(shown, out);
        kind = each.kind();
        shown = 0;
        out.append('\n').append(style.bold(kind.title())).append('\n');
      }
      shown++;
      if (shown <= MAX_SHOWN) {
        out.append("  ").append(TerminalText.sanitize(each.text()));
        if (each.span() != null) {
          out.append("   ").append(style.cyan(each.span().pathAndLine()));
        }
        out.append('\n');
      }
    }
    appendMore(shown, out);
    if (done.issues().isEmpty()) {
      out.append("\nEverything follows.\n");
    }
    appendCompiled(done, out, style);
    return out.toString();
  }

  private static void appendMore(int shown, StringBuilder out) {
    if (shown > MAX_SHOWN) {
      out.append("  +").append(shown - MAX_SHOWN).append(" more: --format json\n");
    }
  }

  private static void appendCompiled(RollForward done, StringBuilder out, Style style) {
    out.append('\n').append(style.bold("Compiled")).append('\n');
    for (CompiledProcess process : done.compilation().processes()) {
      LocalDate first = null;
      LocalDate last = null;
      for (ResolvedDate date : process.resolved().dates().dates()) {
        first = first == null || date.date().isBefore(first) ? date.date() : first;
        last = last == null || date.date().isAfter(last) ? date.date() : last;
      }
      long tasks =
          process.resolved().nodes().values().stream()
              .filter(n -> n.node() instanceof ProcessJob)
              .count();
      out.append("  ").append(process.identity()).append("   ").append(tasks);
      out.append(tasks == 1 ? " task" : " tasks");
      if (first != null && last != null) {
        out.append(", ").append(DayText.format(first)).append(" to ").append(DayText.format(last));
      }
      out.append('\n');
    }
    if (done.compilation().processes().isEmpty()) {
      out.append("  no process\n");
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      List<Finding> of = new ArrayList<>();
      for (Finding each : done.findings()) {
        if (each.severity() == severity) {
          of.add(each);
        }
      }
      String word = severity == Severity.ERROR ? "error" : "warning";
      counts.add(of.size() + " " + word + (of.size() == 1 ? "" : "s"));
      if (severity == Severity.ERROR && lacksCalendarDays(done)) {
        of = foldUncovered(of, out, style);
      }
      appendFindings(severity, word, of, out, style);
    }
    out.append("  ").append(String.join(", ", counts)).append('\n');
  }

  private static boolean lacksCalendarDays(RollForward done) {
    return done.issues().stream().anyMatch(u -> u.kind() == CarryOverIssue.CarryOverKind.CALENDAR);
  }

  /// Folds what follows from calendars without data, which the report has told already.
  ///
  /// @return the other findings
  private static List<Finding> foldUncovered(List<Finding> found, StringBuilder out, Style style) {
    List<Finding> others = new ArrayList<>();
    for (Finding each : found) {
      if (!each.code().equals(DateCodes.OUTSIDE_CALENDAR)) {
        others.add(each);
      }
    }
    int folded = found.size() - others.size();
    if (folded > 0) {
      out.append("  ").append(style.severity(Severity.ERROR, "error[PC206]")).append(' ');
      out.append(folded).append(folded == 1 ? " date counts" : " dates count");
      out.append(" days that were not looked up, see above\n");
    }
    return others;
  }

  /// One line each; what a template line brings at several nodes once.
  private static void appendFindings(
      Severity severity, String word, List<Finding> found, StringBuilder out, Style style) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Finding each : found) {
      String line =
          style.severity(severity, word + "[" + each.code().id() + "]")
              + " "
              + TerminalText.sanitize(each.message())
              + (each.span() == null ? "" : "   " + style.cyan(each.span().pathAndLine()));
      lines.merge(line, 1, Integer::sum);
    }
    int shown = 0;
    for (Map.Entry<String, Integer> line : lines.entrySet()) {
      if (++shown <= MAX_SHOWN) {
        out.append("  ").append(line.getKey());
        out.append(line.getValue() > 1 ? ", " + line.getValue() + " times" : "").append('\n');
      }
    }
    appendMore(shown, out);
  }

  private static Json.Obj json(RollForward done, boolean written) {
    List<Json> unfollowed = new ArrayList<>();
    for (CarryOverIssue each : done.issues()) {
      unfollowed.add(
          Json.object()
              .put("kind", each.kind().key())
              .put("what", each.text())
              .putNullable("file", each.span() == null ? null : each.span().file().path())
              .put(
                  "line",
                  each.span() == null ? Json.NULL : Json.of(each.span().startPosition().line()))
              .build());
    }
    List<Json> findings = new ArrayList<>();
    for (Finding each : done.findings()) {
      Json.Builder finding =
          Json.object()
              .put("code", each.code().id())
              .put("severity", each.severity().name().toLowerCase(Locale.ROOT))
              .put("message", each.message());
      if (each.span() != null) {
        finding
            .put("file", each.span().file().path())
            .put("line", each.span().startPosition().line());
      }
      findings.add(finding.build());
    }
    return Json.object()
        .put("from", done.from())
        .put("period", done.period().key())
        .put("label", done.period().label())
        .put("start", done.period().start().toString())
        .put("end", done.period().end().toString())
        .put("status", done.status())
        .put("file", done.path())
        .put("appended", done.appended())
        .put("written", written)
        .put("text", done.text())
        .put("skipped", Json.texts(done.skipped()))
        .put("unfollowed", Json.array(unfollowed))
        .put("processes", Json.texts(identities(done)))
        .put("findings", Json.array(findings))
        .build();
  }
}
