package dev.procc.language.resolve;

import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.model.duedate.DateLanguage;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import org.jspecify.annotations.Nullable;

/// What a process is resolved against.
///
/// @param period the period it is instantiated for; absent for a process without one
/// @param people those of the target
/// @param documents those of the target
public record Surroundings(
    Calendars calendars,
    @Nullable PeopleDecl people,
    @Nullable DocumentsDecl documents,
    @Nullable SourcedPeriod period,
    DateOptions dateOptions,
    DateLanguage dateLanguage) {

  /// The same for a process of that period, or of none.
  public Surroundings in(@Nullable SourcedPeriod other) {
    return new Surroundings(calendars, people, documents, other, dateOptions, dateLanguage);
  }
}
