package dev.procc.language.check;

import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.yaml.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a rule about the project looks at: its documents, and the processes that were asked for.
public final class Whole {
  private final Documents documents;
  private final List<Subject> processes;
  private final boolean complete;
  private @Nullable Set<String> mentioned;

  /// The documents of a project, kind by kind.
  ///
  /// @param written every one as written, in the order of files
  /// @param people of all targets
  /// @param documents of all targets
  /// @param ourPeople those of the target
  /// @param ourDocuments those of the target
  public record Documents(
      List<Mapping> written,
      List<PeopleDecl> people,
      List<DocumentsDecl> documents,
      List<CalendarDecl> calendars,
      List<PeriodDecl> periods,
      @Nullable PeopleDecl ourPeople,
      @Nullable DocumentsDecl ourDocuments) {

    /// The names under which calendars, people, roles and documents are known, of all targets.
    Set<String> names() {
      Set<String> names = new HashSet<>();
      for (CalendarDecl calendar : calendars) {
        names.add(calendar.key().value());
      }
      for (PeopleDecl of : people) {
        names.addAll(of.people().keySet());
        names.addAll(of.roles().keySet());
      }
      for (DocumentsDecl of : documents) {
        names.addAll(of.documents().keySet());
      }
      return names;
    }
  }

  /// @param complete whether every process of the project is there, without an error: only then can
  ///   anything be called unused
  public Whole(Documents documents, List<Subject> processes, boolean complete) {
    this.documents = documents;
    this.processes = List.copyOf(processes);
    this.complete = complete;
  }

  public Documents documents() {
    return documents;
  }

  public List<Subject> processes() {
    return processes;
  }

  public boolean complete() {
    return complete;
  }

  /// Whether the name of a calendar, a person, a role or a document stands anywhere as a value, as
  /// written or as expanded: then what it names may be in use.
  public boolean mentions(String name) {
    Set<String> names = mentioned;
    if (names == null) {
      names = Mentioned.of(documents.names(), this);
      mentioned = names;
    }
    return names.contains(name);
  }
}
