package dev.procc.language.check.rules.days;

import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.Whole;
import dev.procc.language.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/// What the rules about covers share: each absence with somebody who stands in.
final class Covers {
  private Covers() {}

  /// Takes an absence and the one who stands in; absent where the name leads nowhere.
  @FunctionalInterface
  interface Each {
    void accept(
        PeopleDecl people,
        PersonDecl person,
        AwayDecl away,
        Scalar name,
        @Nullable PersonDecl cover);
  }

  static void each(Whole whole, Each each) {
    for (PeopleDecl people : whole.documents().people()) {
      for (PersonDecl person : people.people().values()) {
        for (AwayDecl away : person.away()) {
          Scalar name = away.cover();
          if (name != null) {
            each.accept(people, person, away, name, find(people, name.value()));
          }
        }
      }
    }
  }

  /// The person of an alias, or who holds the role.
  static @Nullable PersonDecl find(PeopleDecl people, String name) {
    PersonDecl person = people.people().get(name);
    RoleDecl role = people.roles().get(name);
    return person == null && role != null ? people.people().get(role.person().value()) : person;
  }
}
