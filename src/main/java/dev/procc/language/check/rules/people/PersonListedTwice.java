package dev.procc.language.check.rules.people;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Scalar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two aliases with the same id or email: a line that was copied and not changed, or a person whose
/// absences and work are split in two.
public final class PersonListedTwice extends ProjectRule {
  public PersonListedTwice() {
    super(Code.warning("PC314", "person-listed-twice"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (PeopleDecl people : project.declarations().people()) {
      Map<String, PersonDecl> ids = new HashMap<>();
      Map<String, PersonDecl> emails = new HashMap<>();
      for (PersonDecl person : people.people().values()) {
        Scalar email = person.email();
        if (!reportDuplicate(
                ids, person, person.id(), person.typeName() + " " + person.id().value(), findings)
            && email != null) {
          reportDuplicate(emails, person, email, email.value().toLowerCase(Locale.ROOT), findings);
        }
      }
    }
  }

  private boolean reportDuplicate(
      Map<String, PersonDecl> seen,
      PersonDecl person,
      Scalar written,
      String value,
      Findings findings) {
    PersonDecl first = seen.putIfAbsent(value, person);
    if (first == null) {
      return false;
    }
    Scalar firstSpan = written == person.id() ? first.id() : orAlias(first.email(), first);
    findings.add(
        Finding.of(
                code(),
                written.span(),
                "\""
                    + written.value()
                    + "\" is "
                    + first.displayName()
                    + " and "
                    + person.displayName()
                    + ", one person needs one alias")
            .withLabel(firstSpan.span(), "first here")
            .withHint("correct one of them, or keep one and use it everywhere"));
    return true;
  }

  private static Scalar orAlias(@Nullable Scalar email, PersonDecl person) {
    return email == null ? person.alias() : email;
  }
}
