package dev.procc.language.resolve;

import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateLanguage;
import org.jspecify.annotations.Nullable;

/// The context in which a process is resolved.
///
/// @param period of the process; null if it has none
/// @param people those of the target
/// @param documents those of the target, as valid in the period
public record ResolutionContext(
    Calendars calendars,
    @Nullable PeopleDecl people,
    @Nullable DocumentsDecl documents,
    @Nullable SourcedPeriod period,
    DateOptions dateOptions,
    DateLanguage dateLanguage) {

  /// A copy for a process of another period, or of none.
  public ResolutionContext inPeriod(@Nullable SourcedPeriod other) {
    String key = other == null ? null : other.period().key();
    DocumentsDecl own = documents == null ? null : documents.forPeriod(key);
    return new ResolutionContext(calendars, people, own, other, dateOptions, dateLanguage);
  }

  /// A copy with other calendars.
  public ResolutionContext withCalendars(Calendars others) {
    return new ResolutionContext(others, people, documents, period, dateOptions, dateLanguage);
  }
}
