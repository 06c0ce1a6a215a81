package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The findings of documents other than processes, whether or not a process uses them.
class UnusedDocumentFindingsTest {
  /// The findings of one file, each as `5:14 PC183 message | hint`.
  private static List<String> found(String text) {
    MemoryTree tree = MemoryTree.of("all.yaml", text);
    Outcome<Project> read = ProjectReader.read(tree);
    List<String> found = new ArrayList<>();
    for (Finding each :
        Compiler.compile(read, read.value().orElseThrow().instances(), CompileOptions.defaults())
            .findings()) {
      String at = String.valueOf(each.span()).replace("all.yaml:", "");
      found.add(at + " " + each.code().id() + " " + each.message() + " | " + each.hint());
    }
    return found;
  }

  private static String tag(String at, String tag, String where) {
    return at
        + " PC183 \""
        + tag
        + "\" stays as it stands, "
        + where
        + " takes no values from outside | write the value itself";
  }

  @Test
  void aTagIsNoDayNoIdAndNoLimit() {
    assertEquals(
        List.of(tag("5:12", "{{ d }}", "a calendar"), tag("5:49", "{{ n }}", "a calendar")),
        found(
            """
            procc: v1
            kind: Calendar
            key: us
            workdays: mon-fri
            holidays: ["{{ d }}", { date: 2024-12-25, name: "{{ n }}" }]
            source: the list of {{ year }}
            """));
    assertEquals(
        List.of(tag("4:22", "{{ id }}", "a document of kind People")),
        found(
            """
            procc: v1
            kind: People
            key: people
            people: { sam: { id: "{{ id }}", name: Sam } }
            """));
    assertEquals(
        List.of(tag("4:28", "{{ id }}", "a document of kind Documents")),
        found(
            """
            procc: v1
            kind: Documents
            key: documents
            documents: { report: { id: "{{ id }}" } }
            """));
    assertEquals(
        List.of(
            tag("5:21", "{{ x }}", "a project file"), tag("7:40", "{{ until }}", "a project file")),
        found(
                """
                procc: v1
                kind: Project
                key: team
                targets: { dev: { process: { name: "{{ target }}" }, variables: { a: "{{ target }}" } } }
                safety: { maxTrash: "{{ x }}" }
                allow:
                  - { rule: PC207, at: close/a, until: "{{ until }}", reason: as {{ x }} has it }
                """)
            .stream()
            .filter(each -> each.contains("PC183"))
            .toList());
  }

  @Test
  void variablesAndChangesOfAPeriodAreFilledIn() {
    assertEquals(
        List.of(tag("4:8", "{{ l }}", "this part of a period")),
        found(
                """
                procc: v1
                kind: Period
                key: 2024-Q4
                label: "{{ l }}"
                status: open
                processes: []
                variables: { a: "{{ target }}" }
                changes: [{ at: x, title: "{{ a }}", reason: "{{ b }}" }]
                """)
            .stream()
            .filter(each -> each.contains("PC183"))
            .toList());
  }

  @Test
  void aChangeGivesItsReason() {
    assertEquals(
        List.of(
            "6:28 PC121 The reason is empty, a change of a period gives one"
                + " | write why this period differs, as Epiphany in Madrid"),
        found(
                """
                procc: v1
                kind: Period
                key: 2024-Q4
                status: open
                processes: []
                changes: [{ at: x, reason: "  " }]
                """)
            .stream()
            .filter(each -> each.contains("PC121"))
            .toList());
  }

  @Test
  void whatIsNearlyABooleanHasItsCure() {
    for (String text : List.of("yes", "On", "'true'", "TRUE1")) {
      List<String> found =
          found("procc: v1\nkind: Project\nkey: team\ndates: { dayZero: " + text + " }\n");
      String value = text.replace("'", "");
      String hint = text.equals("TRUE1") ? "null" : "write true";
      assertEquals(
          List.of(
              "4:19 PC122 \""
                  + value
                  + "\" does not fit \"dayZero\", which takes true or false | "
                  + hint),
          found);
    }
  }

  @Test
  void rolesAndCalendarsOfPeopleAreHeldAgainstTheProject() {
    assertEquals(
        List.of(
            "4:19 PC306 \"dna\" holds the role \"manager\" and is not a person"
                + " | did you mean \"dana\"?",
            "5:36 PC305 \"nowhere\" is not a calendar of this project"
                + " | procc calendar import CODE --key nowhere writes one, with CODE us, de-by,"
                + " nyse, ...; or add a document of kind Calendar"),
        found(
            """
            procc: v1
            kind: People
            key: people
            roles: { manager: dna }
            people: { dana: { id: a, calendar: nowhere } }
            """));
  }
}
