package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/// Several rules check a large process at once, and give the same findings in the same order as
/// when they run one after the other.
class LargeProcessTest {
  private static final String AROUND =
      """
      procc: v1
      kind: Calendar
      key: us
      workdays: mon-fri
      covers: 2024-01-01..2026-12-31
      holidays: [2024-12-25]
      ---
      procc: v1
      kind: Calendar
      key: south
      workdays: mon-thu
      covers: 2024-01-01..2026-12-31
      ---
      procc: v1
      kind: People
      key: people
      people:
        ana: { id: u1, name: Ana, calendar: south, absences: [{ from: 2024-10-01, to: 2025-02-01, cover: ben }] }
        ben: { id: u2, name: Ben }
      ---
      procc: v1
      kind: Period
      key: 2024-Q4
      status: open
      processes: [big]
      """;

  private static final String[] DATES = {
    "WD3", "WD33", "2024-12-25", "2025-01-04", "task(t1).due + 1bd", "task(t2).done", "previous.due"
  };

  @Test
  void isJudgedBySeveralRulesAtOnce() throws InterruptedException, ExecutionException {
    MemoryTree tree = new MemoryTree();
    tree.put("around.yaml", AROUND);
    tree.put("big.process.yaml", process(1_200));
    Outcome<Project> project = ProjectReader.read(tree);
    List<Finding> expected;
    // In a pool of one thread one comes after the other.
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      expected = one.submit(() -> findings(project)).get();
    }
    TreeSet<String> codes = new TreeSet<>();
    expected.forEach(each -> codes.add(each.code().id()));
    assertTrue(expected.size() > 1_000 && codes.size() > 8, expected.size() + " of " + codes);
    for (int i = 0; i < 3; i++) {
      assertEquals(expected, findings(project));
    }
  }

  private static List<Finding> findings(Outcome<Project> project) {
    return Compiler.compile(
            project,
            project.value().orElseThrow().instances(),
            new CompileOptions(null, Map.of(), Map.of(), List.of(), LocalDate.of(2025, 1, 10)))
        .findings();
  }

  private static String process(int tasks) {
    StringBuilder text =
        new StringBuilder(
            "procc: v1\nkind: Process\nkey: big\nname: Close\ncalendar: us\n"
                + "businessStartDate: 2025-01-01\nbusinessEndDate: 2025-02-28\n"
                + "autoClose: true\ncertAutoApprove: false\nrelativeDates: false\n"
                + "defaults: { approver: ben, approverDueDate: dueDate + 2bd }\n"
                + "root:\n  name: Work\n  parallel: true\n  children:\n");
    for (int task = 0; task < tasks; task++) {
      if (task % 40 == 0) {
        text.append("    - group: g%d\n      name: Group\n".formatted(task / 40));
        text.append("      parallel: %s\n      children:\n".formatted(task % 80 == 0));
      }
      text.append("        - sendTask: t%d\n".formatted(task));
      text.append("          title: \"Task %d of Q4 2024 \"\n".formatted(task / 2));
      text.append("          assignee: %s\n".formatted(task % 3 == 0 ? "ben" : "ana"));
      text.append("          dueDate: %s\n".formatted(DATES[task % DATES.length]));
      text.append(task % 5 == 0 ? "          approver: ben\n" : "");
    }
    return text.toString();
  }
}
