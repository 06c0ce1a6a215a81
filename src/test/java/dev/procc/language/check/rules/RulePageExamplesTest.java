package dev.procc.language.check.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.language.check.CodePages;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The example on the page of a rule, put where it belongs in a project, is found by the rule.
class RulePageExamplesTest {
  /// Pages whose example is one part of a fault: of many tasks, rows or characters, of a call, or
  /// with a remark about the rest.
  private static final Set<String> IN_PART =
      Set.of("PC219", "PC312", "PC318", "PC321", "PC323", "PC410", "PC502", "PC503", "PC507");

  private static final Set<String> OF_PEOPLE = Set.of("people", "roles");
  private static final Set<String> OF_CALENDARS =
      Set.of("covers", "holidays", "extraWorkdays", "workdays", "alsoClosedIn");
  private static final Set<String> OF_TASKS = Set.of("dueDate", "assignee", "approverDueDate");

  private static final String PEOPLE =
      """
      roles: { manager: dana, cfo: dana }
      people:
        sam: { id: user-1, name: Sam }
        dana: { id: user-2, name: Dana }
      """;
  private static final String SCHEDULE =
      "calendar: us-close\n"
          + "businessStartDate: period.start\n"
          + "businessEndDate: period.end + 60 days\n";
  private static final String ROOT = "root:\n  name: R\n  parallel: false\n  children:\n";
  private static final String TASK = "    - sendTask: zz\n      title: ZZ\n      assignee: sam\n";

  @Test
  void eachIsFound() {
    List<String> notFound = new ArrayList<>();
    for (Code code : Rules.codes()) {
      String page = CodePages.find(code.id()).orElseThrow();
      int start = page.indexOf("```yaml\n") + "```yaml\n".length();
      String example = page.substring(start, page.indexOf("```", start));
      if (!IN_PART.contains(code.id()) && !codes(project(example)).contains(code.id())) {
        notFound.add(code.id() + " " + codes(project(example)));
      }
    }
    assertEquals(List.of(), notFound);
  }

  private static List<String> codes(MemoryTree tree) {
    List<String> codes = new ArrayList<>();
    for (Finding finding : Compilations.of(tree, LocalDate.of(2024, 9, 30)).findings()) {
      codes.add(finding.code().id());
    }
    return codes;
  }

  private static MemoryTree project(String example) {
    MemoryTree tree = MemoryTree.of();
    tree.put("q.yaml", "procc: v1\nkind: Period\nkey: 2024-Q4\nstatus: open\nprocesses: [close]\n");
    calendar(tree, "us-close", "covers: 2024-01-01..2026-12-31\nholidays: [2024-12-25]\n");
    calendar(tree, "es-madrid", "covers: 2024-01-01..2026-12-31\nholidays: [2025-01-06]\n");
    document(tree, "People", PEOPLE);
    document(tree, "Documents", "documents: { report: { id: d1, sections: { outlook: s1 } } }\n");
    String key = example.replaceAll("(?s)[:\\s].*", "");
    if (key.equals("kind")) {
      putDocuments(tree, example);
    } else if (key.equals("-")) {
      process(tree, SCHEDULE + ROOT + example.indent(4) + TASK);
    } else if (key.equals("group")) {
      String child = "children: [{ sendTask: q, title: Q, dueDate: WD8 }]";
      String group = "- " + example.strip() + "\n  name: G\n  parallel: true\n  " + child;
      process(tree, SCHEDULE + ROOT + group.replace("\ndue", "\n  due").indent(4));
    } else if (OF_PEOPLE.contains(key) || key.equals("away")) {
      putPeople(tree, key, example);
    } else if (key.equals("documents")) {
      document(tree, "Documents", example);
      process(tree, ROOT + TASK);
    } else if (OF_CALENDARS.contains(key)) {
      calendar(tree, "us-close", example);
      process(tree, SCHEDULE + ROOT + TASK);
    } else if (OF_TASKS.contains(key)) {
      String assignee = example.contains("assignee:") ? "      assignee: sam\n" : "~";
      process(tree, SCHEDULE + ROOT + TASK.replace(assignee, "") + example.indent(6));
    } else if (example.contains("root:")) {
      String named =
          example.contains("  name:") ? "root:\n" : "root:\n  name: R\n  parallel: false\n";
      String children = example.contains("children:") ? "" : "  children:\n";
      process(tree, example.replace("root:\n", named) + children + TASK);
    } else {
      process(tree, example + ROOT + TASK);
    }
    return tree;
  }

  private static void putDocuments(MemoryTree tree, String example) {
    boolean withProcess = example.contains("kind: Process");
    if (!withProcess) {
      process(tree, ROOT + TASK);
    }
    for (String each : example.split("---\n")) {
      String kind = each.replaceAll("(?s)kind: (\\w+).*", "$1");
      String path = kind.equals("Period") ? "q.yaml" : "x" + each.hashCode() + ".yaml";
      String rest = kind.equals("Process") ? flags("") + ROOT + TASK : "";
      tree.put(
          path,
          "procc: v1\n" + each + rest + (kind.equals("Calendar") ? "workdays: mon-fri\n" : ""));
    }
  }

  private static void putPeople(MemoryTree tree, String key, String example) {
    String away = "people:\n  sam:\n    id: user-1\n" + example.indent(4);
    document(tree, "People", key.equals("away") ? away : example);
    String person = "sam";
    for (String name : List.of("elena", "accounting", "dana")) {
      person = example.contains("  " + name + ": {") && !example.contains(" sam:") ? name : person;
    }
    String due = "      dueDate: 2025-01-06\n";
    process(tree, SCHEDULE + ROOT + TASK.replace("sam", person) + due);
  }

  private static void document(MemoryTree tree, String kind, String text) {
    tree.put(
        kind + ".yaml",
        "procc: v1\nkind: " + kind + "\nkey: " + kind.toLowerCase(Locale.ROOT) + "\n" + text);
  }

  private static void calendar(MemoryTree tree, String key, String text) {
    String workdays = text.contains("workdays:") ? "" : "workdays: mon-fri\n";
    tree.put(key + ".yaml", "procc: v1\nkind: Calendar\nkey: " + key + "\n" + workdays + text);
  }

  private static void process(MemoryTree tree, String text) {
    tree.put("p.yaml", "procc: v1\nkind: Process\nkey: close\nname: Plain\n" + flags(text) + text);
  }

  /// The flags that a text does not set.
  private static String flags(String text) {
    StringBuilder flags = new StringBuilder();
    for (String flag : List.of("autoClose", "certAutoApprove", "relativeDates")) {
      flags.append(text.contains(flag + ":") ? "" : flag + ": false\n");
    }
    return flags.toString();
  }
}
