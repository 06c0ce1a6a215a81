package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.periods.RollForward;
import dev.procc.language.periods.Unfollowed;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.Location;
import dev.procc.model.duedate.DateCodes;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.model.process.Job;
import dev.procc.view.report.Columns;
import dev.procc.view.report.Style;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `procc roll-forward`: the next period from the last one, and what does not follow.
final class RollForwardCommand implements Command {
  private static final int SHOWN = 12;

  @Override
  public String name() {
    return "roll-forward";
  }

  @Override
  public String summary() {
    return "write the next period, and tell what does not follow";
  }

  @Override
  public Group group() {
    return Group.DATES;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--to", "KEY", "the new period; by default the next one"),
            Option.value("--from", "KEY", "the period to go on from; by default the last one"),
            Option.choice(
                "--status", List.of("planned", "open"), "the status; by default as before"),
            Option.flag("--dry-run", "show the file and the report, write nothing"),
            Definitions.VAR,
            Definitions.VAR_FILE)
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
  public int run(Call call) throws Failure {
    Location location = Location.find(call.env().directory(), call.config(), List.of());
    RollForward.Wish wish =
        new RollForward.Wish(
            call.args().value("--from"), call.args().value("--to"), call.args().value("--status"));
    RollForward.Result result =
        RollForward.of(
            new DiskTree(location.root()),
            location.config(),
            wish,
            Definitions.options(call, null));
    RollForward done = result.done();
    RollForward.Refusal refusal = result.refusal();
    if (refusal != null) {
      throw failure(refusal);
    }
    if (done == null) {
      throw new IllegalStateException("neither done nor refused");
    }
    int exit = LintReport.exit(done.findings(), Severity.ERROR);
    boolean dry = call.args().has("--dry-run");
    if (!dry) {
      Path file = location.root().resolve(done.path());
      call.write(file.toString(), done.text());
    }
    if (call.json()) {
      call.print(exit, json(done, !dry));
      return exit;
    }
    call.print(text(done, Style.of(call.colour())));
    call.println("");
    if (dry) {
      call.print(done.text());
      call.println("");
    }
    call.println(
        dry ? "Nothing was written; above is " + done.path() : "Written to " + done.path());
    if (!dry) {
      call.note("next: " + next(done, exit));
    }
    return exit;
  }

  private static Failure failure(RollForward.Refusal refusal) {
    if (refusal.taken()) {
      return Failure.refused(refusal.message(), refusal.hint());
    }
    return refusal.usage()
        ? Failure.usage(refusal.message(), refusal.hint())
        : Failure.nothing(refusal.message(), refusal.hint());
  }

  private static String next(RollForward done, int exit) {
    List<String> identities = identities(done);
    String word = identities.isEmpty() ? "" : " " + String.join(" ", identities);
    String first = calendars(done) ? "look the days up (procc calendar import), then " : "";
    return first + (exit == Exit.OK ? "procc plan" : "procc lint") + word;
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
    out.append(DayText.of(done.period().start())).append(" to ");
    out.append(DayText.of(done.period().end())).append('\n');
    out.append("  after ").append(done.from()).append(", status ").append(done.status());
    out.append('\n');
    if (!done.skipped().isEmpty()) {
      out.append("  ").append(style.yellow("skipped: " + String.join(", ", done.skipped())));
      out.append('\n');
    }
    Unfollowed.Kind kind = null;
    int shown = 0;
    for (Unfollowed each : done.unfollowed()) {
      if (each.kind() != kind) {
        more(shown, out);
        kind = each.kind();
        shown = 0;
        out.append('\n').append(style.bold(kind.title())).append('\n');
      }
      shown++;
      if (shown <= SHOWN) {
        out.append("  ").append(Columns.shown(each.what()));
        if (each.at() != null) {
          out.append("   ").append(style.cyan(each.at().line()));
        }
        out.append('\n');
      }
    }
    more(shown, out);
    if (done.unfollowed().isEmpty()) {
      out.append("\nEverything follows.\n");
    }
    compiled(done, out, style);
    return out.toString();
  }

  private static void more(int shown, StringBuilder out) {
    if (shown > SHOWN) {
      out.append("  +").append(shown - SHOWN).append(" more: --format json\n");
    }
  }

  private static void compiled(RollForward done, StringBuilder out, Style style) {
    out.append('\n').append(style.bold("Compiled")).append('\n');
    for (CompiledProcess process : done.compilation().processes()) {
      LocalDate first = null;
      LocalDate last = null;
      for (ResolvedDate date : process.resolved().dates().dates()) {
        first = first == null || date.date().isBefore(first) ? date.date() : first;
        last = last == null || date.date().isAfter(last) ? date.date() : last;
      }
      long tasks =
          process.resolved().nodes().values().stream().filter(n -> n.node() instanceof Job).count();
      out.append("  ").append(process.identity()).append("   ").append(tasks);
      out.append(tasks == 1 ? " task" : " tasks");
      if (first != null && last != null) {
        out.append(", ").append(DayText.of(first)).append(" to ").append(DayText.of(last));
      }
      out.append('\n');
    }
    if (done.compilation().processes().isEmpty()) {
      out.append("  no process\n");
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      List<Diagnostic> of = new ArrayList<>();
      for (Diagnostic each : done.findings()) {
        if (each.severity() == severity) {
          of.add(each);
        }
      }
      String word = severity == Severity.ERROR ? "error" : "warning";
      counts.add(of.size() + " " + word + (of.size() == 1 ? "" : "s"));
      if (severity == Severity.ERROR && calendars(done)) {
        of = uncovered(of, out, style);
      }
      findings(severity, word, of, out, style);
    }
    out.append("  ").append(String.join(", ", counts)).append('\n');
  }

  private static boolean calendars(RollForward done) {
    return done.unfollowed().stream().anyMatch(u -> u.kind() == Unfollowed.Kind.CALENDAR);
  }

  /// Folds what follows from calendars without data, which the report has told already.
  ///
  /// @return the other findings
  private static List<Diagnostic> uncovered(
      List<Diagnostic> found, StringBuilder out, Style style) {
    List<Diagnostic> others = new ArrayList<>();
    for (Diagnostic each : found) {
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
  private static void findings(
      Severity severity, String word, List<Diagnostic> found, StringBuilder out, Style style) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Diagnostic each : found) {
      String line =
          style.severity(severity, word + "[" + each.code().id() + "]")
              + " "
              + Columns.shown(each.message())
              + (each.span() == null ? "" : "   " + style.cyan(each.span().line()));
      lines.merge(line, 1, Integer::sum);
    }
    int shown = 0;
    for (Map.Entry<String, Integer> line : lines.entrySet()) {
      if (++shown <= SHOWN) {
        out.append("  ").append(line.getKey());
        out.append(line.getValue() > 1 ? ", " + line.getValue() + " times" : "").append('\n');
      }
    }
    more(shown, out);
  }

  private static Json.Obj json(RollForward done, boolean written) {
    List<Json> unfollowed = new ArrayList<>();
    for (Unfollowed each : done.unfollowed()) {
      unfollowed.add(
          Json.object()
              .put("kind", each.kind().key())
              .put("what", each.what())
              .putNullable("file", each.at() == null ? null : each.at().file().path())
              .put("line", each.at() == null ? Json.NULL : Json.of(each.at().from().line()))
              .build());
    }
    List<Json> findings = new ArrayList<>();
    for (Diagnostic each : done.findings()) {
      Json.Builder finding =
          Json.object()
              .put("code", each.code().id())
              .put("severity", each.severity().name().toLowerCase(Locale.ROOT))
              .put("message", each.message());
      if (each.span() != null) {
        finding.put("file", each.span().file().path()).put("line", each.span().from().line());
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
