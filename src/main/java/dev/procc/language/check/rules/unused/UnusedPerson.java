package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;

/// A person whom no process, no role and no absence names.
public final class UnusedPerson implements ProjectRule {
  private static final Code CODE = Code.info("PC311", "unused-person");

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
    for (PersonDecl person : people.people().values()) {
      if (!isUsed(project, person.alias().value())) {
        findings.add(
            UnusedNames.finding(CODE, person.alias(), "a person", project)
                .withHint("remove it, or name " + person.displayName() + " somewhere"));
      }
    }
  }

  private static boolean isUsed(ProjectContext project, String alias) {
    for (ProcessContext process : project.processes()) {
      if (process.resolved().people().containsKey(alias)) {
        return true;
      }
    }
    return project.mentions(alias);
  }
}
