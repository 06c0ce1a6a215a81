package dev.procc.ide.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a rename changes in a project, and that it changes words alone: the same findings and dates
/// as before, and a move for each node with another address.
class RenamesTest {
  @TempDir Path folder;

  private static String process(String before, String children) {
    return EditorProject.HEAD
        + before
        + "root:\n  name: Root\n  parallel: false\n  children:\n"
        + children.indent(4);
  }

  private static String task(String key, String more) {
    return "- sendTask: "
        + key
        + "\n  title: T\n  assignee: sam\n  dueDate: WD3\n"
        + more.indent(2);
  }

  /// The rename leaves the same findings, and the same addresses once its moves are followed.
  private static String check(EditorProject p, Map<String, String> after) {
    Compilation before = p.cold(Map.of());
    assertEquals(
        List.of(),
        before.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(f -> f.message() + f.span())
            .toList(),
        "the fixture is clean");
    Compilation now = p.cold(after);
    assertEquals(
        EditorProject.ids(before),
        EditorProject.ids(now),
        EditorProject.codes(now) + "\n" + p.all(after));
    List<String> old = addresses(before);
    List<String> fresh = addresses(now);
    assertEquals(old.size(), fresh.size(), p.all(after));
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(fresh.get(i))) {
        expected.add(old.get(i) + " -> " + fresh.get(i));
      }
    }
    TreeSet<String> unmoved = new TreeSet<>();
    List<String[]> moves = moves(p, after);
    for (String pair : expected) {
      String[] both = pair.split(" -> ");
      if (!follow(moves, both[0]).equals(both[1])) {
        unmoved.add(pair);
      }
    }
    assertEquals(new TreeSet<>(), unmoved, p.all(after));
    for (String[] move : moves) {
      assertTrue(
          fresh.stream().anyMatch(a -> a.equals(move[1]) || a.startsWith(move[1] + "/"))
              || moves.stream().anyMatch(m -> m[0].equals(move[1])),
          "moved to nowhere: " + move[1] + "\n" + p.all(after));
    }
    return p.all(after);
  }

  private static String follow(List<String[]> moves, String address) {
    String at = address;
    for (String[] move : moves) {
      if (at.equals(move[0]) || at.startsWith(move[0] + "/")) {
        at = move[1] + at.substring(move[0].length());
      }
    }
    return at;
  }

  private static List<String[]> moves(EditorProject p, Map<String, String> after) {
    List<String[]> found = new ArrayList<>();
    var m = Pattern.compile("from: ([^,\\s]+),?\\s+to: ([^ }\\n]+)").matcher(p.all(after));
    while (m.find()) {
      found.add(new String[] {m.group(1).replace("\"", ""), m.group(2).replace("\"", "")});
    }
    return found;
  }

  private static List<String> addresses(Compilation of) {
    List<String> all = new ArrayList<>();
    of.processes()
        .forEach(one ->
            one.resolved()
                .nodes()
                .values()
                .forEach(
                    node -> all.add(node.address().substring(node.address().indexOf('/') + 1))));
    return all;
  }

  private static final String TEMPLATE =
      """
      procc: v1
      kind: Template
      key: recon
      parameters: { label: string }
      children:
        - sendTask: recon-ar
          title: "A {{ label }}"
          assignee: sam
          dueDate: WD3
        - sendTask: flux
          title: "B {{ label }}"
          assignee: sam
          dueDate: task(recon-ar).due + 1bd
      """;
  private static final String SINGLE =
      """
      procc: v1
      kind: Template
      key: recon
      parameters: { label: string }
      children:
        - sendTask: recon-ar
          title: "A {{ label }}"
          assignee: sam
          dueDate: WD3
      """;

  @Test
  void aNodeAtTheTopOfATemplateKeepsTheKeyOfTheUse() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            TEMPLATE,
            "p.yaml",
            process("", "- use: recon\n  key: us\n  with: { label: US }\n"));
    check(p, p.rename("t.yaml", "sendTask: recon‸-ar", "receivables"));
  }

  @Test
  void theOnlyNodeOfATemplateDoesNotMove() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            SINGLE,
            "p.yaml",
            process("", "- use: recon\n  key: us\n  with: { label: US }\n"));
    check(p, p.rename("t.yaml", "sendTask: recon‸-ar", "receivables"));
  }

  @Test
  void aTemplateWhoseUseHasNoKeyMovesItsNodes() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            TEMPLATE,
            "p.yaml",
            process("", "- use: recon\n  with: { label: US }\n"));
    check(p, p.rename("t.yaml", "key: rec‸on", "reconcile"));
  }

  @Test
  void theKeyOfAUseMovesItsNodes() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            TEMPLATE,
            "p.yaml",
            process(
                "",
                "- use: recon\n  key: us\n  with: { label: US }\n"
                    + task("last", "").replace("WD3", "task(us-flux).due + 1bd")));
    check(p, p.rename("p.yaml", "key: u‸s", "usa"));
  }

  @Test
  void aNodeInALoopMovesInEachTurn() throws IOException {
    EditorProject p =
        new EditorProject(folder, "p.yaml", process("", task("recon", "forEach: [us, uk]")));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void theNearestNodeIsMeantWhereTwoHaveTheKey() throws IOException {
    String group =
        "- group: %s\n  name: G\n  parallel: true\n  children:\n"
            + task("recon", "").indent(4)
            + task("flux", "").replace("WD3", "task(recon).due + %d bd").indent(4);
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                group.formatted("one", 1)
                    + group.formatted("two", 2).replace("dueDate: WD3", "dueDate: WD7")));
    String text = p.texts.get("p.yaml");
    int at = text.lastIndexOf("sendTask: recon") + 12;
    var result = Renames.rename(p.snapshot(), "p.yaml", at, "tie");
    String all = check(p, p.apply(result.edits()));
    assertTrue(all.contains("task(tie).due + 2 bd") && all.contains("task(recon).due + 1 bd"), all);
  }

  @Test
  void aVariableInACondition() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  strict: { type: boolean, default: true }\n",
                task("recon", "if: strict and period.quarter == 4")));
    check(p, p.rename("p.yaml", "  str‸ict:", "tight"));
  }

  @Test
  void aParameterInACondition() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            TEMPLATE.replace("title: \"B {{ label }}\"", "title: B\n    if: label == US"),
            "p.yaml",
            process("", "- use: recon\n  key: us\n  with: { label: US }\n"));
    check(p, p.rename("t.yaml", "la‸bel: string", "name"));
  }

  @Test
  void aColumnOfALoopWithoutANameAndInItsCondition() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "e.csv",
            "code,tier\nus,1\nuk,2\n",
            "p.yaml",
            process(
                "",
                task(
                        "recon",
                        "forEach: { file: e.csv, key: code }\nif: item.tier in [\"1\", \"2\"]")
                    .replace("title: T", "title: T {{ item.tier }}")));
    check(p, p.rename("e.csv", "code,ti‸er", "level"));
  }

  @Test
  void aColumnOfAnAxis() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "e.csv",
            "code,tier\nus,1\nuk,2\n",
            "p.yaml",
            process(
                "",
                task("recon", "forEach: { who: { file: e.csv, key: code }, account: [ar] }")
                        .replace("title: T", "title: T {{ who.tier }} {{ account }}")
                    + task("other", "forEach: { file: e.csv, key: code, as: e }")
                        .replace("title: T", "title: T {{ e.tier }}")));
    check(p, p.rename("e.csv", "code,ti‸er", "level"));
  }

  @Test
  void aRoleInArguments() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                task("recon", "").replace("sam", "manager")
                    + "- certification: letter\n"
                    + "  title: L\n"
                    + "  arguments: { signer: { person: manager }, due: { date: task(recon).due }"
                    + " }\n"));
    check(p, p.rename("base.yaml", "man‸ager: dana", "boss"));
  }

  @Test
  void aNodeInTheDateOfArguments() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                task("recon", "")
                    + "- certification: letter\n"
                    + "  title: L\n"
                    + "  arguments: { signer: { person: manager }, due: { date: task(recon).due }"
                    + " }\n"));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aDocumentInAVariable() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "d.yaml",
            "procc: v1\n"
                + "kind: Documents\n"
                + "key: documents\n"
                + "documents:\n"
                + "  report: { id: doc-1, sections: { notes: s-1 } }\n",
            "p.yaml",
            process(
                "variables:\n  doc: { type: document, default: report }\n",
                task("recon", "")
                    .replace("sendTask", "contentRequest")
                    .replace("title: T", "title: T\n  document: \"{{ doc }}\"\n  section: notes")));
    check(p, p.rename("d.yaml", "re‸port: {", "book"));
  }

  @Test
  void aSectionOfADefaultDocument() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "d.yaml",
            "procc: v1\n"
                + "kind: Documents\n"
                + "key: documents\n"
                + "documents:\n"
                + "  report: { id: doc-1, sections: { notes: s-1 } }\n",
            "p.yaml",
            process(
                "defaults:\n  contentRequest: { document: report }\n",
                task("recon", "")
                    .replace("sendTask", "contentRequest")
                    .replace("title: T", "title: T\n  section: notes")));
    check(p, p.rename("d.yaml", "no‸tes: s-1", "remarks"));
  }

  @Test
  void aSectionOfAPeriod() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "d.yaml",
            "procc: v1\n"
                + "kind: Documents\n"
                + "key: documents\n"
                + "documents:\n"
                + "  report: { id: doc-1, sections: { notes: s-1 } }\n"
                + "periods:\n"
                + "  2024-Q4: { report: { sections: { notes: s-2 } } }\n",
            "p.yaml",
            process(
                "",
                task("recon", "")
                    .replace("sendTask", "contentRequest")
                    .replace("title: T", "title: T\n  document: report\n  section: notes")));
    String all = check(p, p.rename("d.yaml", "no‸tes: s-1", "remarks"));
    assertTrue(all.contains("remarks: s-2"), all);
  }

  @Test
  void aNameThatYamlWouldReadOtherwiseIsQuoted() throws IOException {
    for (String to : List.of("true", "null", "2024", "1-2", "0x1f", "2024-10-01", "false", "1e3")) {
      EditorProject p =
          new EditorProject(
              folder,
              "p.yaml",
              process(
                  "",
                  task("recon", "") + task("flux", "").replace("WD3", "task(recon).due + 1bd")));
      Map<String, String> after;
      try {
        after = p.rename("p.yaml", "sendTask: re‸con", to);
      } catch (IllegalStateException refused) {
        continue;
      }
      check(p, after);
      after = p.rename("base.yaml", "sa‸m: {", to);
      check(p, after);
    }
  }

  @Test
  void aReferenceBesideATag() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  lag: { type: integer, default: 2 }\n",
                task("recon", "")
                    + task("flux", "").replace("WD3", "task(recon).due + {{ lag }}bd")));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aNodeMovesWhileAnotherHasAnError() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process("", task("recon", "") + task("flux", "").replace("sam", "nobody")));
    Map<String, String> after;
    try {
      after = p.rename("p.yaml", "sendTask: re‸con", "tie");
    } catch (IllegalStateException refused) {
      return;
    }
    assertTrue(p.all(after).contains("{ from: recon, to: tie }"), p.all(after));
  }

  @Test
  void aNodeMovesBesideAClosedPeriod() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "old.yaml",
            "procc: v1\nkind: Period\nkey: 2024-Q3\nstatus: closed\nprocesses: [close]\n",
            "p.yaml",
            process("", task("recon", "")));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  /// Records are kept by the key of the process and that of its period.
  @Test
  void aProcessAndAPeriodNameTheirRecords() throws IOException {
    String dates = "status: open\nstart: 2024-10-01\nend: 2024-12-31\n";
    EditorProject p =
        new EditorProject(
            folder,
            "a.yaml",
            "procc: v1\nkind: Period\nkey: FY24-A\nprocesses: [close]\n" + dates,
            "b.yaml",
            "procc: v1\nkind: Period\nkey: FY24-B\nprocesses: [close]\n" + dates,
            "p.yaml",
            process("", task("recon", "")));
    p.rename("a.yaml", "[clo‸se]", "shut");
    assertEquals(
        List.of(
            "procc state mv close@2024-Q4 shut@2024-Q4",
            "procc state mv close@FY24-A shut@FY24-A",
            "procc state mv close@FY24-B shut@FY24-B"),
        p.recordMoves());
    check(p, p.rename("a.yaml", "FY24‸-A", "FY24-C"));
    assertEquals(List.of("procc state mv close@FY24-A close@FY24-C"), p.recordMoves());
    p.rename("p.yaml", "sendTask: re‸con", "tie");
    assertEquals(List.of(), p.recordMoves());
  }

  @Test
  void aTaskInAGroupWithItsKey() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                "- group: recon\n  name: G\n  parallel: true\n  children:\n"
                    + task("recon", "").indent(4)
                    + task("flux", "").replace("WD3", "task(recon).due + 1bd")));
    String all = check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
    assertTrue(all.contains("task(tie).due") && all.contains("group: recon"), all);
    all = check(p, p.rename("p.yaml", "group: re‸con", "tie"));
    assertTrue(all.contains("task(recon).due"), all);
  }

  @Test
  void whatWouldChangeAProcessIsRefused() throws IOException {
    EditorProject p = new EditorProject(folder, "p.yaml", process("", task("recon", "")));
    SourceFile file = p.snapshot().text("p.yaml").file();
    Span title =
        new Span(file, file.text().indexOf("title: T") + 7, file.text().indexOf("T\n") + 1);
    assertEquals(null, new RenameTrial(p.snapshot(), Set.of(new TextEdit(title, "T"))).refusal());
    assertEquals(
        "Nothing is renamed, as processes would change: somewhere that name means another thing",
        new RenameTrial(p.snapshot(), Set.of(new TextEdit(title, "U"))).refusal());
  }

  @Test
  void aProcessInFlowStyle() throws IOException {
    String flow =
        "{ procc: v1, kind: Process, key: close, name: Close, calendar: cal, businessStartDate:"
            + " period.start, businessEndDate: last business day of month after period, dueDate:"
            + " WD15, autoClose: true, certAutoApprove: false, relativeDates: false, root: { name:"
            + " R, parallel: false, children: [ { sendTask: recon, title: T, assignee: sam,"
            + " dueDate: WD3 } ] } }\n";
    EditorProject p = new EditorProject(folder, "p.yaml", flow);
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aFileKeepsItsLineBreaks() throws IOException {
    EditorProject p =
        new EditorProject(folder, "p.yaml", process("", task("recon", "")).replace("\n", "\r\n"));
    String all = p.rename("p.yaml", "sendTask: re‸con", "tie").get("p.yaml");
    assertFalse(all.replace("\r\n", "").contains("\n"), all.replace("\r", "\\r"));
  }

  @Test
  void anAllowanceAndAKnownEditFollowTheAddress() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "procc.yaml",
            "procc: v1\n"
                + "kind: Project\n"
                + "key: team\n"
                + "allow:\n"
                + "  - { rule: due-date-on-day-off, at: close/recon, reason: Bank }\n"
                + "drift:\n"
                + "  - { at: \"close/recon:dueDate\", reason: Known }\n",
            "p.yaml",
            process("", task("recon", "").replace("WD3", "2024-12-07")));
    String all = check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
    assertTrue(all.contains("close/tie:dueDate"), all);
  }

  @Test
  void aNodeOfATemplateBesideOneWithTheSameKey() throws IOException {
    String other = TEMPLATE.replace("key: recon\n", "key: zother\n");
    EditorProject p =
        new EditorProject(
            folder,
            "t.yaml",
            TEMPLATE,
            "u.yaml",
            other,
            "p.yaml",
            process(
                "",
                "- use: recon\n"
                    + "  key: us\n"
                    + "  with: { label: US }\n"
                    + "- use: zother\n"
                    + "  key: uk\n"
                    + "  with: { label: UK }\n"
                    + task("last", "").replace("WD3", "task(uk-recon-ar).due + 1bd")));
    check(p, p.rename("u.yaml", "sendTask: recon‸-ar", "receivables"));
  }

  @Test
  void aVariableThatALoopHides() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  region: { type: string, default: x }\n",
                task("one", "").replace("title: T", "title: T {{ region }}")
                    + task("recon", "forEach: { region: [us, uk], account: [ar] }")
                        .replace("title: T", "title: T {{ region }} {{ account }}")));
    check(p, p.rename("p.yaml", "  reg‸ion: {", "area"));
  }

  @Test
  void aVariableThatALoopGoesThrough() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  regions: { type: list, default: [us, uk] }\n",
                task("recon", "forEach: \"{{ regions }}\"")
                    .replace("title: T", "title: T {{ item }}")));
    check(p, p.rename("p.yaml", "  reg‸ions:", "areas"));
  }

  @Test
  void aChangeOfAPeriodFollowsTheAddress() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                "- group: all\n  name: G\n  parallel: true\n  children:\n"
                    + task("recon", "forEach: [us, uk]").indent(4)));
    p =
        new EditorProject(
            folder,
            "base.yaml",
            p.texts
                .get("base.yaml")
                .replace(
                    "processes: [close]",
                    "processes: [close]\n"
                        + "changes:\n"
                        + "  - { at: all/recon-us, dueDate: WD5, reason: X }"),
            "p.yaml",
            p.texts.get("p.yaml"));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aReferenceInAFoldedText() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                task("recon", "")
                    + task("flux", "").replace("WD3", ">-\n    task(recon).due\n    + 1bd")));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void whatWouldBreakTheProjectIsRefused() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  own: { type: string, default: cal }\n",
                task("recon", "calendar: \"{{ own }}\"")
                    + task("more", "").replace("WD3", "\"task(recon).due +\\u0020 1bd\"")));
    assertEquals(
        "Nothing is renamed, as it would break the project: \"cal\" is not a calendar of this"
            + " project (p.yaml:22)",
        assertThrows(IllegalStateException.class, () -> p.rename("base.yaml", "key: ca‸l", "cally"))
            .getMessage());
    assertThrows(IllegalStateException.class, () -> p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aPersonInAVariableOfTheProject() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "procc.yaml",
            "procc: v1\nkind: Project\nkey: team\nvariables: { who: sam }\n",
            "p.yaml",
            process(
                "variables:\n  who: { type: person }\n",
                task("recon", "").replace("sam", "\"{{ who }}\"")));
    check(p, p.rename("base.yaml", "sa‸m: {", "samuel"));
  }

  @Test
  void aGroupAndANodeInAPath() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                "- group: all\n  name: G\n  parallel: true\n  children:\n"
                    + task("recon", "").indent(4)
                    + task("flux", "").replace("WD3", "task(/all/recon).due + 1bd")));
    check(p, p.rename("p.yaml", "group: a‸ll", "each"));
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aProcessThatIsToBeAdopted() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "procc.yaml",
            "procc: v1\n"
                + "kind: Project\n"
                + "key: team\n"
                + "targets:\n"
                + "  dev: { apiUrl: \"http://127.0.0.1:8089\" }\n"
                + "adopt:\n"
                + "  - { id: e7b9920095e342889190b4d7eaeca6fa, key: close@2024-Q4 }\n",
            "p.yaml",
            process("", task("recon", "")));
    String all = check(p, p.rename("p.yaml", "key: clo‸se", "year-close"));
    assertTrue(all.contains("key: year-close@2024-Q4"), all);
  }

  @Test
  void aVariableOfTwoProcesses() throws IOException {
    EditorProject q =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "variables:\n  limit: { type: string, default: x }\n",
                task("one", "").replace("title: T", "title: T {{ limit }}")));
    EditorProject p =
        new EditorProject(
            folder,
            "base.yaml",
            q.texts.get("base.yaml").replace("[close]", "[close, open]"),
            "p.yaml",
            q.texts.get("p.yaml"),
            "q.yaml",
            q.texts.get("p.yaml").replace("key: close", "key: open"));
    check(p, p.rename("p.yaml", "  lim‸it: {", "bound"));
  }

  @Test
  void aNodeThatAnotherIsMadeOf() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "",
                "- &one\n"
                    + task("recon", "").replaceFirst("- ", "  ")
                    + "- { <<: *one, sendTask: other }\n"
                    + task("flux", "").replace("WD3", "task(recon).due + 1bd")));
    check(p, p.rename("p.yaml", "sendTask: re‸con\n", "tie"));
  }

  @Test
  void aMoveBelowOthersInBlockStyle() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process(
                "moved:\n  - from: old\n    to: recon   # once\n  # and more\n",
                task("recon", "") + task("flux", "")));
    String all = check(p, p.rename("p.yaml", "sendTask: fl‸ux", "flow"));
    assertTrue(all.contains("- { from: flux, to: flow }"), all);
  }

  @Test
  void aMoveBelowALastLineWithoutABreak() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "p.yaml",
            process("", task("recon", "")).stripTrailing()
                + "\nmoved:\n  - { from: old, to: recon }");
    check(p, p.rename("p.yaml", "sendTask: re‸con", "tie"));
  }

  @Test
  void aColumnInQuotes() throws IOException {
    EditorProject p =
        new EditorProject(
            folder,
            "e.csv",
            "\"code\",tier\nus,1\nuk,2\n",
            "p.yaml",
            process(
                "",
                task(
                        "recon",
                        "forEach: { file: e.csv, key: \"code\", as: e, columns: { 'tier': integer }"
                            + " }")
                    .replace("title: T", "title: T {{ e.tier }}")));
    check(p, p.rename("e.csv", "\"co‸de\"", "id"));
    check(p, p.rename("e.csv", ",ti‸er", "true"));
  }
}
