package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;

/// A role that no process names.
public final class UnusedRole implements ProjectRule {
  private static final Code CODE = Code.info("PC312", "unused-role");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    PeopleDecl people = project.documents().targetPeople();
    if (people == null || !project.isComplete()) {
      return;
    }
    for (RoleDecl role : people.roles().values()) {
      if (!isUsed(project, role.role().value())) {
        findings.add(
            UnusedNames.finding(CODE, role.role(), "a role", project)
                .withHint("remove it, or give it something to do"));
      }
    }
  }

  private static boolean isUsed(ProjectContext project, String role) {
    for (ProcessContext process : project.processes()) {
      if (process.resolved().roles().contains(role)) {
        return true;
      }
    }
    return project.mentions(role);
  }
}
