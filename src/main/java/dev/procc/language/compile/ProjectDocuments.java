package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.project.Project;
import dev.procc.language.resolve.Calendars;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.calendar.Periods;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The documents of a project besides processes: calendars, periods, people. This is the first step
/// of a compilation, and all that commands about these need.
public final class ProjectDocuments {
  private final Project project;
  private final Declarations declarations;
  private final Calendars calendars;
  private final Map<String, SourcedPeriod> periods = new TreeMap<>();
  private final Map<String, Mapping> templates;
  private final DateOptions dateOptions;
  private final List<Finding> findings;

  private ProjectDocuments(Project project, DocumentCache cache, Findings findings) {
    this.project = project;
    declarations = new Declarations(project, cache, findings);
    ProjectDecl settings = declarations.settings;
    dateOptions = DateOptionsReader.read(settings == null ? null : settings.dates(), findings);
    calendars = Calendars.of(declarations.calendars, declarations.unreadable("Calendar"), findings);
    Map<String, PeriodDecl> byName = new HashMap<>();
    for (PeriodDecl period : declarations.periods) {
      SourcedPeriod days = PeriodResolver.resolve(period, dateOptions.fiscal(), findings);
      reportSamePeriod(period, byName, findings);
      if (days != null) {
        periods.put(period.key().value(), days);
      }
    }
    templates = project.templates();
    this.findings = findings.toList();
  }

  /// Reports two documents for the same period, such as `2024-q4` and `2024-Q4`, which would each
  /// make a process of the same days.
  private static void reportSamePeriod(
      PeriodDecl period, Map<String, PeriodDecl> byName, Findings findings) {
    String key = period.key().value();
    String name = Periods.canonical(key);
    PeriodDecl first = byName.putIfAbsent(name == null ? key : name, period);
    if (first != null && !first.key().value().equals(key)) {
      findings.add(
          Finding.of(
                  CompileCodes.MALFORMED_PERIOD,
                  period.key().span(),
                  "\"" + key + "\" is the period \"" + first.key().value() + "\" once more")
              .withLabel(first.key().span(), "first here")
              .withHint("keep one document of the period"));
    }
  }

  /// Reads the documents of a project. Total, like compiling.
  public static ProjectDocuments read(Outcome<Project> read) {
    Findings findings = new Findings();
    Project project = findings.unwrap(read).orElseThrow();
    return read(project, new DocumentCache(), findings);
  }

  /// @param findings those of reading the project; receives those of its documents
  static ProjectDocuments read(Project project, DocumentCache cache, Findings findings) {
    return new ProjectDocuments(project, cache, findings);
  }

  public Project project() {
    return project;
  }

  /// The bound documents.
  Declarations declarations() {
    return declarations;
  }

  /// `procc.yaml`; null if there is none.
  public @Nullable ProjectDecl settings() {
    return declarations.settings;
  }

  public Calendars calendars() {
    return calendars;
  }

  /// The days of all periods that have days, by key.
  public Map<String, SourcedPeriod> periods() {
    return periods;
  }

  /// All periods as written, in file order.
  public List<PeriodDecl> periodDecls() {
    return declarations.periods;
  }

  /// The period with a key, as written; null if there is none.
  public @Nullable PeriodDecl period(String key) {
    return declarations.period(key);
  }

  /// All People documents.
  public List<PeopleDecl> people() {
    return declarations.people;
  }

  /// The people of a target; null if it has none.
  public @Nullable PeopleDecl people(@Nullable TargetDecl target) {
    return declarations.people(target == null ? null : target.people());
  }

  /// The documents in Workiva of a target; null if it has none.
  public @Nullable DocumentsDecl workivaDocuments(@Nullable TargetDecl target) {
    return declarations.workivaDocuments(target == null ? null : target.documents());
  }

  /// The mappings of all templates, by key.
  Map<String, Mapping> templates() {
    return templates;
  }

  /// The options of the date language: `dates` in `procc.yaml`.
  public DateOptions dateOptions() {
    return dateOptions;
  }

  /// The findings of reading the project and binding these documents, without expanding processes.
  public List<Finding> findings() {
    return findings;
  }
}
