package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.project.Project;
import dev.procc.language.resolve.Calendars;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What stands around the processes of a project: its calendars, its periods, its people. For
/// commands that are about these and need no process.
///
/// @param settings `procc.yaml`; absent where there is none
/// @param periods the days of each period that has them, by key
/// @param periodDecls every period as written, in the order of files
/// @param people every document of people
/// @param findings of reading and of these documents; processes are not expanded here
public record ProjectDocuments(
    Project project,
    @Nullable ProjectDecl settings,
    Calendars calendars,
    Map<String, SourcedPeriod> periods,
    List<PeriodDecl> periodDecls,
    List<PeopleDecl> people,
    DateOptions dateOptions,
    List<Finding> findings) {

  /// Reads the documents of a project. Total, as compiling is.
  public static ProjectDocuments read(Outcome<Project> read) {
    Project project = read.value().orElseThrow();
    Findings findings = new Findings();
    findings.addAll(read.findings());
    BoundDocuments documents =
        new BoundDocuments(project, new Binder(new DateLanguage()), findings);
    ProjectDecl settings = documents.settings;
    DateOptions options = DateOptionsReader.read(settings == null ? null : settings.dates());
    Calendars calendars = Calendars.of(documents.calendars, findings);
    Map<String, SourcedPeriod> periods = new TreeMap<>();
    for (PeriodDecl period : documents.periods) {
      SourcedPeriod days = PeriodResolver.resolve(period, options.fiscal(), findings);
      if (days != null) {
        periods.put(period.key().value(), days);
      }
    }
    return new ProjectDocuments(
        project,
        settings,
        calendars,
        periods,
        List.copyOf(documents.periods),
        List.copyOf(documents.people),
        options,
        findings.toList());
  }

  /// The period of that key as written.
  public @Nullable PeriodDecl period(String key) {
    for (PeriodDecl period : periodDecls) {
      if (period.key().value().equals(key)) {
        return period;
      }
    }
    return null;
  }
}
