package dev.procc.language.check;

import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.yaml.node.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The input of a rule about a project: its documents, and the selected processes.
public final class ProjectContext {
  private final ProjectDeclarations declarations;
  private final List<ProcessContext> processes;
  private final boolean isComplete;
  private @Nullable Set<String> mentionedNames;

  /// The declarations of a project, by kind.
  ///
  /// @param mappings all documents as written, in file order
  /// @param people of all targets
  /// @param workivaDocuments of all targets
  /// @param targetPeople those of the target
  /// @param targetDocuments those of the target
  public record ProjectDeclarations(
      List<Mapping> mappings,
      List<PeopleDecl> people,
      List<DocumentsDecl> workivaDocuments,
      List<CalendarDecl> calendars,
      List<PeriodDecl> periods,
      @Nullable PeopleDecl targetPeople,
      @Nullable DocumentsDecl targetDocuments) {

    /// The names of calendars, people, roles and documents, of all targets, and the ids of people
    /// and documents.
    Set<String> names() {
      Set<String> names = new HashSet<>();
      for (CalendarDecl calendar : calendars) {
        names.add(calendar.key().value());
      }
      for (PeopleDecl of : people) {
        names.addAll(of.people().keySet());
        for (PeopleDecl.PersonDecl person : of.people().values()) {
          names.add(person.id().value());
        }
        names.addAll(of.roles().keySet());
      }
      for (DocumentsDecl of : workivaDocuments) {
        names.addAll(of.documents().keySet());
        for (DocumentsDecl.DocumentDecl document : of.documents().values()) {
          if (document.id() != null) {
            names.add(document.id().value());
          }
        }
      }
      return names;
    }
  }

  /// @param isComplete whether every process of the project is included, without errors: only then
  ///   can anything be called unused
  public ProjectContext(
      ProjectDeclarations declarations, List<ProcessContext> processes, boolean isComplete) {
    this.declarations = declarations;
    this.processes = List.copyOf(processes);
    this.isComplete = isComplete;
  }

  public ProjectDeclarations declarations() {
    return declarations;
  }

  public List<ProcessContext> processes() {
    return processes;
  }

  public boolean isComplete() {
    return isComplete;
  }

  /// Whether the name of a calendar, a person, a role or a document, or the id of one of these,
  /// occurs as a value, as written or as expanded, so that it may be in use.
  public boolean mentions(String name) {
    Set<String> names = mentionedNames;
    if (names == null) {
      names = NameUsage.find(declarations.names(), declarations.mappings(), processes);
      mentionedNames = names;
    }
    return names.contains(name);
  }
}
