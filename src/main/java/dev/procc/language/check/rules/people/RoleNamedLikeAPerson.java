package dev.procc.language.check.rules.people;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;

/// A role with the name of a person, so that the name always means the person, whoever has the
/// role.
public final class RoleNamedLikeAPerson extends ProjectRule {
  public RoleNamedLikeAPerson() {
    super(Code.warning("PC320", "role-named-like-a-person"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (PeopleDecl people : project.declarations().people()) {
      for (RoleDecl role : people.roles().values()) {
        String name = role.role().value();
        PersonDecl person = people.people().get(name);
        if (person != null && !role.person().value().equals(name)) {
          findings.add(
              Finding.of(
                      code(),
                      role.role().span(),
                      "\""
                          + name
                          + "\" is a role of "
                          + role.person().value()
                          + " and the alias of "
                          + person.displayName()
                          + ", the alias wins everywhere")
                  .withLabel(person.alias().span(), "the person")
                  .withHint("give the role another name"));
        }
      }
    }
  }
}
