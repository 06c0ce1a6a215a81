package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.resolve.ResolvedProcess;
import java.util.ArrayList;
import java.util.List;

/// A person whom no process, role or absence names.
public final class UnusedPerson extends UnusedNameRule {
  public UnusedPerson() {
    super(Code.info("PC311", "unused-person"), "a person");
  }

  @Override
  List<DeclaredName> names(ProjectContext project) {
    PeopleDecl people = project.declarations().targetPeople();
    List<DeclaredName> names = new ArrayList<>();
    if (people != null) {
      for (PersonDecl person : people.people().values()) {
        names.add(
            new DeclaredName(
                person.alias(),
                person.id(),
                "remove it, or name " + person.displayName() + " somewhere"));
      }
    }
    return names;
  }

  @Override
  boolean isUsed(ResolvedProcess process, String name) {
    return process.people().containsKey(name);
  }
}
