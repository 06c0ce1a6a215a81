package dev.procc.language.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Severity;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.MemoryTree;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.testing.Compilations;
import dev.procc.testing.LanguageInputs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `task(x)` in a template is the `x` of the same use, wherever in the template it stands.
class ReferencesInTemplatesTest {
  private static DateResolution dates(String uses, String children) {
    Compilation compilation =
        Compilations.of(
            MemoryTree.of(
                "p.process.yaml",
                LanguageInputs.HEAD + uses.indent(4),
                "t.template.yaml",
                "procc: v1\nkind: Template\nkey: t\nchildren:\n" + children.indent(2)));
    assertEquals(
        List.of(),
        compilation.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.code().id() + " " + finding.message())
            .toList());
    return compilation.processes().getFirst().resolved().dates();
  }

  /// From a child with a loop of its own, and from one with a quoted key, it was not found.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sendTask: review                         | us-review",
        "sendTask: \"review\"                     | us-review",
        "sendTask: 'review'                       | us-review",
        "sendTask: review, forEach: [a1, b2]      | us-review-b2",
        "sendTask: \"review\", forEach: [a1, b2]  | us-review-b2",
        "sendTask: review, forEach: [review, us]  | us-review-us",
      })
  void fromEveryKindOfChild(String kind, String key) {
    String prepare =
        "- { sendTask: prepare, title: P, assignee: { id: u }, dueDate: 2024-12-19 }\n";
    String review = ", title: R, assignee: { id: u }, dueDate: task(prepare).due + 1d }\n";
    DateResolution dates =
        dates("- { use: t, key: us }\n- { use: t, key: uk }\n", prepare + "- { " + kind + review);
    assertEquals(LocalDate.parse("2024-12-20"), dates.date("p/" + key, FieldRole.DUE_DATE).date());
  }

  @Test
  void fromTheTasksOfAGroupOfALoop() {
    String children =
        """
        - { sendTask: prepare, title: P, assignee: { id: u }, dueDate: 2024-12-19 }
        - group: accounts
          forEach: { in: [cash, debt], as: account }
          name: "{{ account }}"
          parallel: true
          children:
            - sendTask: review
              title: "R {{ account }}"
              assignee: { id: u }
              dueDate: task(prepare).due + 1d
        """;
    DateResolution dates = dates("- { use: t, forEach: [us, uk] }\n", children);
    assertEquals(
        LocalDate.parse("2024-12-20"),
        dates.date("p/uk-accounts-debt/review", FieldRole.DUE_DATE).date());
  }
}
