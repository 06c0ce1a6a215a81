package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Whole;
import java.util.function.Consumer;

/// A role that no process names.
public final class UnusedRole implements ProjectRule {
  private static final Code CODE = Code.info("PC312", "unused-role");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    PeopleDecl people = whole.documents().ourPeople();
    if (people == null || !whole.complete()) {
      return;
    }
    for (RoleDecl role : people.roles().values()) {
      if (!used(whole, role.role().value())) {
        report.accept(
            Unused.of(CODE, role.role(), "a role", whole)
                .withHint("remove it, or give it something to do"));
      }
    }
  }

  private static boolean used(Whole whole, String role) {
    for (Subject process : whole.processes()) {
      if (process.resolved().roles().contains(role)) {
        return true;
      }
    }
    return whole.mentions(role);
  }
}
