package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import org.junit.jupiter.api.Test;

/// The bounds on the total size of many processes.
class GrowthTest {
  private static final int ROWS = 4_000;

  private static MemoryTree tree(int processes) {
    StringBuilder table = new StringBuilder("c\n");
    for (int i = 0; i < ROWS; i++) {
      table.append('k').append(i).append('\n');
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < processes; i++) {
      text.append(
          """
          procc: v1
          kind: Process
          key: c%d
          name: Close
          root:
            name: Root
            parallel: false
            children:
              - sendTask: t
                title: "{{ item.c }}"
                forEach: { file: t.csv, as: item, key: c }
          ---
          """
              .formatted(i));
    }
    return MemoryTree.of("all.yaml", text.toString(), "t.csv", table.toString());
  }

  private static boolean isRefused(Compilation compilation) {
    return compilation.findings().stream().anyMatch(f -> f.message().contains("grow beyond"));
  }

  @Test
  void manyProcessesOverOneTableAreRefusedTogether() {
    Compilation few = Compilations.of(tree(2));
    assertFalse(isRefused(few));
    assertEquals(2, few.processes().size());
    Compilation many = Compilations.of(tree(60));
    assertTrue(isRefused(many), many.findings().toString());
    assertEquals(0, many.processes().size());
  }
}
