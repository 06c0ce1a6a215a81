package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.resolve.ResolvedProcess;
import java.util.ArrayList;
import java.util.List;

/// A role that no process names.
public final class UnusedRole extends UnusedNameRule {
  public UnusedRole() {
    super(Code.info("PC312", "unused-role"), "a role");
  }

  @Override
  List<DeclaredName> names(ProjectContext project) {
    PeopleDecl people = project.declarations().targetPeople();
    List<DeclaredName> names = new ArrayList<>();
    if (people != null) {
      for (RoleDecl role : people.roles().values()) {
        names.add(new DeclaredName(role.role(), null, "remove it, or give it something to do"));
      }
    }
    return names;
  }

  @Override
  boolean isUsed(ResolvedProcess process, String name) {
    return process.roles().contains(name);
  }
}
