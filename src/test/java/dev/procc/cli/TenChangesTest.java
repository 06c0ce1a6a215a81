package dev.procc.cli;

import dev.procc.testing.Golden;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten changes as people read them, each in a folder of `src/test/resources/ten-changes`, and the
/// same facts in each rendering.
class TenChangesTest {
  private static final Path GOLDENS = Path.of("src/test/resources/ten-changes");
  private static final Set<String> CHECKED =
      Set.of(
          "plan.txt",
          "comment.md",
          "page.html",
          "impact.txt",
          "impact.md",
          "impact.html",
          "hands.txt",
          "hands.md");
  @TempDir static Path folder;
  private static TenChanges changes;

  @BeforeAll
  static void prepare() throws Exception {
    changes = new TenChanges(folder);
  }

  @AfterAll
  static void stop() {
    changes.close();
  }

  static Set<String> names() {
    return TenChanges.CHANGES.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsTheSameInEveryRendering(String name) throws Exception {
    Map<String, String> files = changes.render(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (CHECKED.contains(file.getKey())) {
        Golden.check(
            GOLDENS.resolve(name).resolve(file.getKey()), TenChanges.body(file.getValue()));
      }
    }
    PlanFacts.ofPlan(files.get("plan.json")).check(files, "detail.txt", "comment.md", "page.html");
    ReportFacts.ofImpact(files.get("impact.json"))
        .check(files, "impact.detail.txt", "impact.md", "impact.html");
    PlanFacts.ofPlan(files.get("hands.json"))
        .check(files, "hands.detail.txt", "hands.md", "hands.html");
  }
}
