package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Whole;
import java.util.function.Consumer;

/// A person whom no process, no role and no absence names.
public final class UnusedPerson implements ProjectRule {
  private static final Code CODE = Code.info("PC311", "unused-person");

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
    for (PersonDecl person : people.people().values()) {
      if (!used(whole, person.alias().value())) {
        report.accept(
            Unused.of(CODE, person.alias(), "a person", whole)
                .withHint("remove it, or name " + person.display() + " somewhere"));
      }
    }
  }

  private static boolean used(Whole whole, String alias) {
    for (Subject process : whole.processes()) {
      if (process.resolved().people().containsKey(alias)) {
        return true;
      }
    }
    return whole.mentions(alias);
  }
}
