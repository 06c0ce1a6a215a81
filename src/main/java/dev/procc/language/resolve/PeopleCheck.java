package dev.procc.language.resolve;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.yaml.node.Scalar;
import java.util.HashSet;
import java.util.Set;

/// A check of people against the project, whether they are used or not: each role has a person, and
/// the calendar of each person exists.
public final class PeopleCheck {
  private PeopleCheck() {}

  /// @param findings so far: an unknown role whose use is reported is not reported again
  public static void check(PeopleDecl people, Calendars calendars, Findings findings) {
    Set<Span> reported = new HashSet<>();
    for (Finding finding : findings.toList()) {
      if (finding.code().equals(ResolveCodes.ROLE_WITHOUT_PERSON) && finding.span() != null) {
        reported.add(finding.span());
      }
    }
    for (RoleDecl role : people.roles().values()) {
      String alias = role.person().value();
      if (!people.people().containsKey(alias)
          && !people.mayHave(alias)
          && !reported.contains(role.person().span())) {
        findings.add(
            Finding.of(
                    ResolveCodes.ROLE_WITHOUT_PERSON,
                    role.person().span(),
                    "\""
                        + alias
                        + "\" holds the role \""
                        + role.role().value()
                        + "\" and is not a person")
                .withHint(Spelling.hint(alias, people.people().keySet()).orElse(null)));
      }
    }
    for (PersonDecl person : people.people().values()) {
      Scalar calendar = person.calendar();
      if (calendar != null && calendars.decl(calendar.value()) == null) {
        calendars.reportUnknown(calendar, findings);
      }
    }
  }
}
