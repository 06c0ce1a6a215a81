package dev.procc.language.compile;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.project.Project;
import dev.procc.language.resolve.Calendars;
import dev.procc.model.duedate.DateLanguage;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
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
/// @param diagnostics of reading and of these documents; processes are not expanded here
public record Survey(
    Project project,
    @Nullable ProjectDecl settings,
    Calendars calendars,
    Map<String, SourcedPeriod> periods,
    List<PeriodDecl> periodDecls,
    List<PeopleDecl> people,
    DateOptions dateOptions,
    List<Diagnostic> diagnostics) {

  /// Reads the documents of a project. Total, as compiling is.
  public static Survey of(Outcome<Project> read) {
    Project project = read.value().orElseThrow();
    List<Diagnostic> found = new ArrayList<>(read.diagnostics());
    Documents documents = new Documents(project, new Binder(new DateLanguage()), found);
    ProjectDecl settings = documents.settings;
    DateOptions options = DateSettings.read(settings == null ? null : settings.dates());
    Calendars calendars = Calendars.of(documents.calendars, found);
    Map<String, SourcedPeriod> periods = new TreeMap<>();
    for (PeriodDecl period : documents.periods) {
      SourcedPeriod days = PeriodReading.read(period, options.fiscal(), found);
      if (days != null) {
        periods.put(period.key().value(), days);
      }
    }
    return new Survey(
        project,
        settings,
        calendars,
        periods,
        List.copyOf(documents.periods),
        List.copyOf(documents.people),
        options,
        List.copyOf(found));
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
