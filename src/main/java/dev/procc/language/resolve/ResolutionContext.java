package dev.procc.language.resolve;

import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateLanguage;
import org.jspecify.annotations.Nullable;

/// What a process is resolved against.
///
/// @param period the period of the process; null for a process without one
/// @param people those of the target
/// @param documents those of the target, as they hold in the period
public record ResolutionContext(
    Calendars calendars,
    @Nullable PeopleDecl people,
    @Nullable DocumentsDecl documents,
    @Nullable SourcedPeriod period,
    DateOptions dateOptions,
    DateLanguage dateLanguage) {

  /// The same for a process of that period, or of none.
  public ResolutionContext inPeriod(@Nullable SourcedPeriod other) {
    String key = other == null ? null : other.period().key();
    DocumentsDecl own = documents == null ? null : documents.forPeriod(key);
    return new ResolutionContext(calendars, people, own, other, dateOptions, dateLanguage);
  }

  /// The same with other calendars.
  public ResolutionContext withCalendars(Calendars others) {
    return new ResolutionContext(others, people, documents, period, dateOptions, dateLanguage);
  }
}
