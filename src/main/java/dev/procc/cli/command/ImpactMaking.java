package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.cli.Version;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.suppose.Supposal;
import dev.procc.language.suppose.Supposals;
import dev.procc.live.compare.Comparison;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.RemovedLines;
import dev.procc.live.plan.Context;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Names;
import dev.procc.live.plan.Overrides;
import dev.procc.live.plan.Settings;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.Tool;
import dev.procc.model.duedate.ResolvedDate;
import dev.procc.view.report.ImpactReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles two versions of the definitions and compares them.
final class ImpactMaking {
  private static final String NOWHERE = "https://live.equals.base.invalid";

  private final String from;
  private final String to;
  private final Compilation base;
  private final Compilation head;
  private final List<Supposal> supposals;
  private final LocalDate asOf;

  private ImpactMaking(
      String from,
      String to,
      Compilation base,
      Compilation head,
      List<Supposal> supposals,
      LocalDate asOf) {
    this.from = from;
    this.to = to;
    this.base = base;
    this.head = head;
    this.supposals = supposals;
    this.asOf = asOf;
  }

  /// Reads both versions as the command line names them.
  static ImpactMaking of(Call call) throws Failure {
    Versions versions = new Versions(call);
    String named = call.args().value("--base");
    String became = call.args().value("--head");
    Versions.Version after =
        became == null ? versions.onDisk("the files here") : versions.named(became);
    Versions.Version before = named == null ? after : versions.named(named);
    LocalDate asOf = Definitions.today(call, after.project());
    CompileOptions changed = Definitions.options(call, asOf);
    CompileOptions unchanged = changed.withFlags(Map.of());
    SupposalWords words =
        SupposalWords.read(call, after.project(), () -> versions.compile(after, unchanged));
    if (named == null && words.isEmpty()) {
      throw Failure.usage(
          "nothing to compare with", "name a version, --base origin/main, or an edit, --add");
    }
    Supposals.Done done = Supposals.apply(after.project(), words.supposals());
    Supposals.Problem problem = done.problem();
    if (problem != null) {
      throw Failure.nothing(problem.message(), problem.hint());
    }
    String label =
        words.isEmpty()
            ? after.words()
            : (named == null ? "" : after.words() + " ") + words.words();
    Versions.Version supposed =
        words.supposals().isEmpty() ? after : versions.read(label, done.tree());
    versions.known(before, supposed);
    return new ImpactMaking(
        before.words(),
        label,
        versions.compile(before, unchanged),
        versions.compile(supposed, changed),
        words.supposals(),
        asOf);
  }

  /// Reads two versions, nothing supposed; values of `--var` hold in both.
  static ImpactMaking between(Call call, String named) throws Failure {
    Versions versions = new Versions(call);
    Versions.Version before = versions.named(named);
    String became = call.args().value("--head");
    Versions.Version after =
        became == null ? versions.onDisk("the files here") : versions.named(became);
    versions.known(before, after);
    LocalDate asOf = Definitions.today(call, after.project());
    CompileOptions options = Definitions.options(call, asOf);
    return new ImpactMaking(
        before.words(),
        after.words(),
        versions.compile(before, options),
        versions.compile(after, options),
        List.of(),
        asOf);
  }

  /// What it became, in words.
  String to() {
    return to;
  }

  Compilation head() {
    return head;
  }

  /// What a plan would be if live equalled the base; processes of closed periods are left out.
  Plan plan() throws Failure {
    Set<String> closed = closed();
    return Comparison.plan(context(names()), desired(base, closed), desired(head, closed));
  }

  private Set<String> closed() throws Failure {
    if (head.processes().isEmpty() && base.processes().isEmpty() && !head.hasErrors()) {
      throw Definitions.nothing(head);
    }
    Set<String> closed = new LinkedHashSet<>(base.skipped());
    closed.addAll(head.skipped());
    return closed;
  }

  private Names names() {
    List<CompiledProcess> all = new ArrayList<>(head.processes());
    all.addAll(base.processes());
    return Wishes.names(all);
  }

  /// What is compared with, in words.
  String from() {
    return from;
  }

  Compilation base() {
    return base;
  }

  ImpactReport report() throws Failure {
    Set<String> closed = closed();
    Impact impact = Impact.of(context(names()), desired(base, closed), desired(head, closed));
    return new ImpactReport(
        from,
        to,
        impact,
        without(head, base),
        without(base, head),
        absences(),
        removed(impact),
        List.copyOf(closed));
  }

  /// What stood where the planner knows only that a line is gone.
  private Map<String, String> removed(Impact impact) {
    Map<String, String> removed = new LinkedHashMap<>();
    for (Cause cause : impact.byCause().keySet()) {
      List<String> gone =
          cause.text().isEmpty() && cause.line() > 0
              ? RemovedLines.of(lines(base, cause.file()), lines(head, cause.file()))
                  .getOrDefault(cause.line(), List.of())
              : List.of();
      if (!gone.isEmpty()) {
        removed.put(
            cause.place(),
            "removed after it: "
                + gone.getFirst().strip()
                + (gone.size() == 1 ? "" : " and " + (gone.size() - 1) + " more"));
      }
    }
    return removed;
  }

  private static List<String> lines(Compilation compilation, String path) {
    SourceFile file = compilation.project().tree().read(path).value().orElse(null);
    List<String> lines = new ArrayList<>();
    for (int line = 1; file != null && line <= file.lineCount(); line++) {
      lines.add(file.line(line));
    }
    return lines;
  }

  private Context context(Names names) {
    String target = head.target() == null ? "default" : head.target().name().value();
    return new Context(
        new Tool("procc", Version.PROCC),
        target,
        NOWHERE,
        "",
        asOf + "T00:00:00Z",
        asOf,
        names,
        Settings.DEFAULT,
        Overrides.NONE,
        List.of(),
        0,
        List.of());
  }

  private static List<Desired> desired(Compilation compilation, Set<String> closed) {
    List<Desired> desired = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      if (!closed.contains(process.identity())) {
        desired.add(Wishes.of(process));
      }
    }
    return desired;
  }

  /// The findings of one version that the other has not: told apart by code and place, as a message
  /// changes with the day it names.
  private static List<Diagnostic> without(Compilation one, Compilation other) {
    Set<String> known = new HashSet<>();
    other.diagnostics().forEach(found -> known.add(key(found)));
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic found : one.diagnostics()) {
      if (!known.contains(key(found))) {
        left.add(found);
      }
    }
    return left;
  }

  private static String key(Diagnostic found) {
    String address = found.address();
    return found.code().id() + " " + (address == null ? found.message() : address);
  }

  /// Who is away, and what they would have to do meanwhile.
  private List<ImpactReport.Absence> absences() {
    List<ImpactReport.Absence> absences = new ArrayList<>();
    for (Supposal supposal : supposals) {
      if (supposal instanceof Supposal.Away away) {
        String cover = away.cover();
        absences.add(
            new ImpactReport.Absence(
                name(away.person()),
                away.from(),
                away.to(),
                cover == null ? null : name(cover),
                due(away)));
      }
    }
    return absences;
  }

  private String name(String alias) {
    for (CompiledProcess process : head.processes()) {
      PeopleDecl people = process.around().people();
      PersonDecl person = people == null ? null : people.people().get(alias);
      if (person != null) {
        return person.display();
      }
    }
    return alias;
  }

  private List<ImpactReport.Due> due(Supposal.Away away) {
    List<ImpactReport.Due> due = new ArrayList<>();
    for (CompiledProcess process : head.processes()) {
      for (NodeInfo node : process.resolved().nodes().values()) {
        due(process, node, node.assignee(), "dueDate", away, due);
        due(process, node, node.approver(), "approverDueDate", away, due);
      }
    }
    due.sort((a, b) -> a.date().compareTo(b.date()));
    return due;
  }

  private static void due(
      CompiledProcess process,
      NodeInfo node,
      @Nullable PersonDecl person,
      String field,
      Supposal.Away away,
      List<ImpactReport.Due> into) {
    ResolvedDate date = process.resolved().dates().date(node.address(), field);
    if (person != null
        && date != null
        && person.alias().value().equals(away.person())
        && !date.date().isBefore(away.from())
        && !date.date().isAfter(away.to())) {
      into.add(new ImpactReport.Due(date.date(), node.address(), field, node.display()));
    }
  }
}
