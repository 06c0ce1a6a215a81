package dev.procc.app.impact;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.LoosenedGuards;
import dev.procc.app.project.IdNames;
import dev.procc.app.project.NodeTitles;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.project.ProjectVersions;
import dev.procc.app.project.ProjectVersions.ProjectVersion;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.FileTree;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.whatif.HypotheticalEdit;
import dev.procc.language.whatif.HypotheticalProject;
import dev.procc.live.compare.Impact;
import dev.procc.live.compare.RemovedLines;
import dev.procc.live.compare.VersionPlanner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.Cause;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.view.impact.ImpactReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The service that compiles two versions of the definitions and compares them.
public final class ImpactService {
  private static final String PLACEHOLDER_URL = "https://live.equals.base.invalid";

  private final String from;
  private final String to;
  private final Compilation base;
  private final Compilation head;
  private final List<HypotheticalEdit> edits;
  private final LocalDate asOf;
  private final Map<CompiledProcess, DesiredProcess> desired = new IdentityHashMap<>();

  private ImpactService(
      String from,
      String to,
      Compilation base,
      Compilation head,
      List<HypotheticalEdit> edits,
      LocalDate asOf) {
    this.from = from;
    this.to = to;
    this.base = base;
    this.head = head;
    this.edits = edits;
    this.asOf = asOf;
  }

  /// Reads both versions and makes the edits. The request's values of variables are part of the
  /// change: they only apply to the head.
  ///
  /// @throws Failure if there is nothing to compare, or a version or an edit cannot be resolved
  public static ImpactService open(ProjectRequest project, ImpactRequest request) throws Failure {
    ProjectVersions versions = new ProjectVersions(project);
    String baseName = request.base();
    ProjectVersion after = head(versions, request);
    ProjectVersion before = baseName == null ? after : versions.open(baseName);
    LocalDate asOf = after.session().today();
    CompileOptions changed = after.session().options(asOf);
    CompileOptions unchanged = changed.withVariableFlags(Map.of());
    EditResolver resolver =
        new EditResolver(after.session().project(), () -> after.session().compileWith(unchanged));
    resolver.resolve(request.edits());
    List<String> changes = new ArrayList<>(resolver.labels());
    project.variables().flags().forEach((name, value) -> changes.add(name + "=" + value));
    if (baseName == null && changes.isEmpty()) {
      throw Failure.usage(
          "nothing to compare with",
          "name a version, --base origin/main, or a supposed change, --add");
    }
    HypotheticalProject.HypotheticalResult edited =
        HypotheticalProject.apply(after.session().project(), resolver.edits());
    HypotheticalProject.EditProblem problem = edited.problem();
    if (problem != null) {
      throw Failure.noMatch(problem.message(), problem.hint());
    }
    String label =
        changes.isEmpty()
            ? after.label()
            : (baseName == null ? "" : after.label() + " ") + "with " + String.join(", ", changes);
    ProjectVersion supposed =
        resolver.edits().isEmpty() ? after : versions.read(label, edited.tree());
    versions.checkSelectors(before, supposed);
    return new ImpactService(
        before.label(),
        label,
        before.session().compileWith(unchanged),
        supposed.session().compileWith(changed),
        resolver.edits(),
        asOf);
  }

  /// Reads two versions without edits; the request's values of variables apply to both.
  public static ImpactService between(
      ProjectRequest project, String baseName, @Nullable String headName) throws Failure {
    ProjectVersions versions = new ProjectVersions(project);
    ProjectVersion before = versions.open(baseName);
    ProjectVersion after = head(versions, new ImpactRequest(baseName, headName, List.of()));
    versions.checkSelectors(before, after);
    LocalDate asOf = after.session().today();
    return new ImpactService(
        before.label(),
        after.label(),
        before.session().compile(asOf),
        after.session().compile(asOf),
        List.of(),
        asOf);
  }

  /// Reads a version, and texts that are not stored anywhere yet.
  ///
  /// @param texts the project as it is to become
  public static ImpactService ofTexts(ProjectRequest project, String baseName, FileTree texts)
      throws Failure {
    ProjectVersions versions = new ProjectVersions(project);
    ProjectVersion before = versions.open(baseName);
    ProjectVersion after = versions.read("the texts here", texts);
    LocalDate asOf = after.session().today();
    return new ImpactService(
        before.label(),
        after.label(),
        before.session().compile(asOf),
        after.session().compile(asOf),
        List.of(),
        asOf);
  }

  private static ProjectVersion head(ProjectVersions versions, ImpactRequest request)
      throws Failure {
    String name = request.head();
    return name == null ? versions.onDisk("the files here") : versions.open(name);
  }

  /// The head, in words.
  public String to() {
    return to;
  }

  public Compilation head() {
    return head;
  }

  /// The plan as if the base were live, without processes of closed periods.
  public Plan plan() throws Failure {
    Set<String> closed = closedProcesses();
    return VersionPlanner.plan(context(names()), desired(base, closed), desired(head, closed))
        .withLoosened(LoosenedGuards.between(base, head));
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
    return IdNames.of(all);
  }

  /// The base, in words.
  public String from() {
    return from;
  }

  public Compilation base() {
    return base;
  }

  public ImpactReport report() throws Failure {
    Set<String> closed = closedProcesses();
    Impact impact = Impact.of(context(names()), desired(base, closed), desired(head, closed));
    return new ImpactReport(
        new ImpactReport.Versions(from, to),
        impact,
        findingChanges(),
        absences(),
        removedLines(impact),
        List.copyOf(closed),
        LoosenedGuards.between(base, head));
  }

  private ImpactReport.FindingChanges findingChanges() {
    NodeTitles now = new NodeTitles(head);
    NodeTitles before = new NodeTitles(base);
    return new ImpactReport.FindingChanges(
        findingsOnlyIn(head, base),
        findingsOnlyIn(base, head),
        finding -> {
          String about = now.about(finding);
          return about.isEmpty() ? before.about(finding) : about;
        });
  }

  /// The removed lines, where the planner only knows that there was one.
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
        new PlanHeader(
            new ToolVersion("procc", Version.PROCC),
            target,
            PLACEHOLDER_URL,
            "",
            asOf + "T00:00:00Z",
            asOf),
        names,
        PlanSettings.DEFAULT,
        PlanOverrides.NONE,
        LintStatus.NONE);
  }

  /// The processes of a version; those that both versions share are the same objects.
  private List<DesiredProcess> desired(Compilation compilation, Set<String> closed) {
    List<DesiredProcess> open = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      if (!closed.contains(process.identity())) {
        open.add(desired.computeIfAbsent(process, DesiredProcesses::of));
      }
    }
    return open;
  }

  /// The findings of one version that the other does not have; they are compared by code and place,
  /// since a message changes with the day in it.
  private static List<Finding> findingsOnlyIn(Compilation one, Compilation other) {
    if (areAlike(one.findings(), other.findings())) {
      return List.of();
    }
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
    return found.code().id() + " " + findingPlace(found);
  }

  private static String findingPlace(Finding found) {
    String address = found.address();
    return address == null ? found.message() : address;
  }

  /// Whether two versions have the same findings one by one, as they mostly have.
  private static boolean areAlike(List<Finding> some, List<Finding> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      Finding one = some.get(i);
      Finding other = others.get(i);
      if (one != other
          && !(one.code().equals(other.code()) && findingPlace(one).equals(findingPlace(other)))) {
        return false;
      }
    }
    return true;
  }

  /// The assumed absences, with what the people would have to do meanwhile.
  private List<ImpactReport.SupposedAbsence> absences() {
    List<ImpactReport.SupposedAbsence> absences = new ArrayList<>();
    for (HypotheticalEdit edit : edits) {
      if (edit instanceof HypotheticalEdit.PersonAway away) {
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
