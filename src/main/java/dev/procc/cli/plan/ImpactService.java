package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.session.ProjectSession;
import dev.procc.cli.session.ProjectVersions;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.whatif.HypotheticalEdit;
import dev.procc.language.whatif.HypotheticalProject;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.RemovedLines;
import dev.procc.live.compare.VersionPlanner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.DisplayNames;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.Cause;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.view.impact.ImpactReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compiles two versions of the definitions and compares them.
final class ImpactService {
  private static final String PLACEHOLDER_URL = "https://live.equals.base.invalid";

  private final String from;
  private final String to;
  private final Compilation base;
  private final Compilation head;
  private final List<HypotheticalEdit> supposals;
  private final LocalDate asOf;

  private ImpactService(
      String from,
      String to,
      Compilation base,
      Compilation head,
      List<HypotheticalEdit> supposals,
      LocalDate asOf) {
    this.from = from;
    this.to = to;
    this.base = base;
    this.head = head;
    this.supposals = supposals;
    this.asOf = asOf;
  }

  /// Reads both versions as the command line names them.
  static ImpactService of(Invocation invocation) throws Failure {
    ProjectVersions versions = new ProjectVersions(invocation);
    String baseName = invocation.args().value("--base");
    String headName = invocation.args().value("--head");
    ProjectVersions.ProjectVersion after =
        headName == null ? versions.onDisk("the files here") : versions.open(headName);
    ProjectVersions.ProjectVersion before = baseName == null ? after : versions.open(baseName);
    LocalDate asOf = ProjectSession.today(invocation, after.project());
    CompileOptions changed = ProjectSession.options(invocation, asOf);
    CompileOptions unchanged = changed.withVariableFlags(Map.of());
    WhatIfOptions words =
        WhatIfOptions.read(invocation, after.project(), () -> versions.compile(after, unchanged));
    if (baseName == null && words.isEmpty()) {
      throw Failure.usage(
          "nothing to compare with", "name a version, --base origin/main, or an edit, --add");
    }
    HypotheticalProject.HypotheticalResult edited =
        HypotheticalProject.apply(after.project(), words.supposals());
    HypotheticalProject.EditProblem problem = edited.problem();
    if (problem != null) {
      throw Failure.noMatch(problem.message(), problem.hint());
    }
    String label =
        words.isEmpty()
            ? after.label()
            : (baseName == null ? "" : after.label() + " ") + words.label();
    ProjectVersions.ProjectVersion supposed =
        words.supposals().isEmpty() ? after : versions.read(label, edited.tree());
    versions.checkSelectors(before, supposed);
    return new ImpactService(
        before.label(),
        label,
        versions.compile(before, unchanged),
        versions.compile(supposed, changed),
        words.supposals(),
        asOf);
  }

  /// Reads two versions, nothing supposed; values of `--var` hold in both.
  static ImpactService between(Invocation invocation, String baseName) throws Failure {
    ProjectVersions versions = new ProjectVersions(invocation);
    ProjectVersions.ProjectVersion before = versions.open(baseName);
    String headName = invocation.args().value("--head");
    ProjectVersions.ProjectVersion after =
        headName == null ? versions.onDisk("the files here") : versions.open(headName);
    versions.checkSelectors(before, after);
    LocalDate asOf = ProjectSession.today(invocation, after.project());
    CompileOptions options = ProjectSession.options(invocation, asOf);
    return new ImpactService(
        before.label(),
        after.label(),
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
    Set<String> closed = closedProcesses();
    return VersionPlanner.plan(context(names()), desired(base, closed), desired(head, closed));
  }

  private Set<String> closedProcesses() throws Failure {
    if (head.processes().isEmpty() && base.processes().isEmpty() && !head.hasErrors()) {
      throw ProjectSession.noProcesses(head);
    }
    Set<String> closed = new LinkedHashSet<>(base.skipped());
    closed.addAll(head.skipped());
    return closed;
  }

  private DisplayNames names() {
    List<CompiledProcess> all = new ArrayList<>(head.processes());
    all.addAll(base.processes());
    return DesiredProcesses.names(all);
  }

  /// What is compared with, in words.
  String from() {
    return from;
  }

  Compilation base() {
    return base;
  }

  ImpactReport report() throws Failure {
    Set<String> closed = closedProcesses();
    Impact impact = Impact.of(context(names()), desired(base, closed), desired(head, closed));
    return new ImpactReport(
        from,
        to,
        impact,
        findingsOnlyIn(head, base),
        findingsOnlyIn(base, head),
        absences(),
        removedLines(impact),
        List.copyOf(closed));
  }

  /// What stood where the planner knows only that a line is gone.
  private Map<String, String> removedLines(Impact impact) {
    Map<String, String> removed = new LinkedHashMap<>();
    for (Cause cause : impact.byCause().keySet()) {
      List<String> gone =
          cause.text().isEmpty() && cause.line() > 0
              ? RemovedLines.of(lines(base, cause.file()), lines(head, cause.file()))
                  .getOrDefault(cause.line(), List.of())
              : List.of();
      if (!gone.isEmpty()) {
        removed.put(
            cause.location(),
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

  private PlanContext context(DisplayNames names) {
    String target = head.target() == null ? "default" : head.target().name().value();
    return new PlanContext(
        new ToolVersion("procc", Version.PROCC),
        target,
        PLACEHOLDER_URL,
        "",
        asOf + "T00:00:00Z",
        asOf,
        names,
        PlanSettings.DEFAULT,
        PlanOverrides.NONE,
        List.of(),
        0,
        List.of());
  }

  private static List<DesiredProcess> desired(Compilation compilation, Set<String> closed) {
    List<DesiredProcess> desired = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      if (!closed.contains(process.identity())) {
        desired.add(DesiredProcesses.of(process));
      }
    }
    return desired;
  }

  /// The findings of one version that the other has not: told apart by code and place, as a message
  /// changes with the day it names.
  private static List<Finding> findingsOnlyIn(Compilation one, Compilation other) {
    Set<String> known = new HashSet<>();
    other.findings().forEach(found -> known.add(findingKey(found)));
    List<Finding> left = new ArrayList<>();
    for (Finding found : one.findings()) {
      if (!known.contains(findingKey(found))) {
        left.add(found);
      }
    }
    return left;
  }

  private static String findingKey(Finding found) {
    String address = found.address();
    return found.code().id() + " " + (address == null ? found.message() : address);
  }

  /// Who is away, and what they would have to do meanwhile.
  private List<ImpactReport.SupposedAbsence> absences() {
    List<ImpactReport.SupposedAbsence> absences = new ArrayList<>();
    for (HypotheticalEdit supposal : supposals) {
      if (supposal instanceof HypotheticalEdit.PersonAway away) {
        String cover = away.cover();
        absences.add(
            new ImpactReport.SupposedAbsence(
                personName(away.person()),
                away.from(),
                away.to(),
                cover == null ? null : personName(cover),
                dueDuring(away)));
      }
    }
    return absences;
  }

  private String personName(String alias) {
    for (CompiledProcess process : head.processes()) {
      PeopleDecl people = process.context().people();
      PersonDecl person = people == null ? null : people.people().get(alias);
      if (person != null) {
        return person.displayName();
      }
    }
    return alias;
  }

  private List<ImpactReport.DueDuringAbsence> dueDuring(HypotheticalEdit.PersonAway away) {
    List<ImpactReport.DueDuringAbsence> due = new ArrayList<>();
    for (CompiledProcess process : head.processes()) {
      for (ResolvedNode node : process.resolved().nodes().values()) {
        dueDuring(process, node, FieldRole.DUE_DATE, away, due);
        dueDuring(process, node, FieldRole.APPROVAL_DUE, away, due);
      }
    }
    due.sort((a, b) -> a.date().compareTo(b.date()));
    return due;
  }

  private static void dueDuring(
      CompiledProcess process,
      ResolvedNode node,
      FieldRole role,
      HypotheticalEdit.PersonAway away,
      List<ImpactReport.DueDuringAbsence> into) {
    ResolvedDate date = process.resolved().dates().date(node.address(), role);
    PersonDecl person = node.responsible(role);
    if (person != null
        && date != null
        && person.alias().value().equals(away.person())
        && !date.date().isBefore(away.from())
        && !date.date().isAfter(away.to())) {
      into.add(
          new ImpactReport.DueDuringAbsence(
              date.date(), node.address(), role.fieldName(), node.display()));
    }
  }
}
