package dev.procc.language.check.rules.availability;

import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.yaml.node.Scalar;
import org.jspecify.annotations.Nullable;

/// What the rules about covers share: each absence with somebody who stands in.
final class AbsenceCovers {
  private AbsenceCovers() {}

  /// Takes an absence and the one who stands in; absent where the name leads nowhere.
  @FunctionalInterface
  interface CoverVisitor {
    void accept(
        PeopleDecl people,
        PersonDecl person,
        AbsenceDecl away,
        Scalar name,
        @Nullable PersonDecl cover);
  }

  static void forEach(ProjectContext project, CoverVisitor visitor) {
    for (PeopleDecl people : project.documents().people()) {
      for (PersonDecl person : people.people().values()) {
        for (AbsenceDecl away : person.absences()) {
          Scalar name = away.cover();
          if (name != null) {
            visitor.accept(people, person, away, name, findPerson(people, name.value()));
          }
        }
      }
    }
  }

  /// The person of an alias, or who holds the role.
  static @Nullable PersonDecl findPerson(PeopleDecl people, String name) {
    PersonDecl person = people.people().get(name);
    RoleDecl role = people.roles().get(name);
    return person == null && role != null ? people.people().get(role.person().value()) : person;
  }
}
