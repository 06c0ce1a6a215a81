package dev.procc.language.check.rules.availability;

import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An absence with a substitute.
///
/// @param name the name of the cover as written: an alias or a role
/// @param cover null if the name is unknown
record AbsenceCover(
    PeopleDecl people,
    PersonDecl person,
    AbsenceDecl absence,
    Scalar name,
    @Nullable PersonDecl cover) {
  /// All absences of a project with a substitute, in file order.
  static List<AbsenceCover> all(ProjectContext project) {
    List<AbsenceCover> covers = new ArrayList<>();
    for (PeopleDecl people : project.declarations().people()) {
      for (PersonDecl person : people.people().values()) {
        for (AbsenceDecl absence : person.absences()) {
          Scalar name = absence.cover();
          if (name != null) {
            PersonDecl cover = findPerson(people, name.value());
            covers.add(new AbsenceCover(people, person, absence, name, cover));
          }
        }
      }
    }
    return covers;
  }

  /// The person with an alias, or in a role; null if neither is known.
  static @Nullable PersonDecl findPerson(PeopleDecl people, String name) {
    PersonDecl person = people.people().get(name);
    RoleDecl role = people.roles().get(name);
    return person == null && role != null ? people.people().get(role.person().value()) : person;
  }
}
