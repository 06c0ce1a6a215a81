package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Checks, in their files, what keeps strangers out of the workflow and the actions.
class WorkflowFilesTest {
  private static final Path ACTIONS = Path.of(".github/actions");
  private static final Path WORKFLOW = Path.of(".github/workflows/procc.yml");

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(List.of(WORKFLOW));
    try (Stream<Path> actions = Files.walk(ACTIONS)) {
      actions.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    return files;
  }

  private static Map<?, ?> read(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    return of.get(key) instanceof Map<?, ?> found ? found : Map.of();
  }

  /// The steps of a workflow or an action.
  private static List<Map<?, ?>> steps(Map<?, ?> file) {
    List<Map<?, ?>> steps = new ArrayList<>();
    List<Map<?, ?>> holders = new ArrayList<>(List.of(map(file, "runs")));
    map(file, "jobs").values().forEach(job -> holders.add((Map<?, ?>) job));
    for (Map<?, ?> holder : holders) {
      if (holder.get("steps") instanceof List<?> list) {
        list.forEach(step -> steps.add((Map<?, ?>) step));
      }
    }
    return steps;
  }

  @Test
  void everythingIsPinnedAndNothingGoesIntoAShell() throws IOException {
    assertEquals(8, files().size());
    for (Path file : files()) {
      for (Map<?, ?> step : steps(read(file))) {
        String uses = String.valueOf(step.get("uses"));
        String run = String.valueOf(step.get("run"));
        assertTrue(
            step.get("uses") == null
                || uses.startsWith("./.github/actions/")
                || uses.matches("[a-z-]+/[a-z-]+@[0-9a-f]{40}"),
            file + ": " + uses);
        assertFalse(run.contains("${{"), file + " interpolates into a shell: " + run);
        assertTrue(step.get("run") == null || run.matches("(?s)set -euf?\n.*"), file + ": " + run);
        assertFalse(run.contains("eval "), file + ": " + run);
      }
      String text = Files.readString(file);
      assertFalse(text.contains("pull_request_target"), file.toString());
      assertFalse(text.contains("workflow_run"), file.toString());
      assertFalse(text.contains("actions/cache"), file.toString());
      assertFalse(text.contains("secrets: inherit"), file.toString());
    }
  }

  @Test
  void eachJobHasWhatItNeedsAndNoMore() throws IOException {
    Map<?, ?> workflow = read(WORKFLOW);
    assertEquals(Map.of(), workflow.get("permissions"));
    Map<String, Map<String, String>> expected =
        Map.of(
            "lint", Map.of("contents", "read"),
            "plan", Map.of("contents", "read", "pull-requests", "write", "statuses", "write"),
            "queue", Map.of("contents", "read", "pull-requests", "read", "statuses", "read"),
            "apply", Map.of("contents", "write", "pull-requests", "write", "statuses", "read"),
            "drift", Map.of("contents", "read", "issues", "write"));
    Map<?, ?> jobs = map(workflow, "jobs");
    assertEquals(expected.keySet(), new TreeSet<>(jobs.keySet()));
    expected.forEach((name, permissions) -> {
      Map<?, ?> job = map(jobs, name);
      assertEquals(permissions, job.get("permissions"), name);
      assertTrue(String.valueOf(job.get("if")).startsWith("github.event_name == '"), name);
      for (Map<?, ?> step : steps(Map.of("jobs", Map.of(name, job)))) {
        Object keeps = map(step, "with").get("persist-credentials");
        boolean checkout = String.valueOf(step.get("uses")).startsWith("actions/checkout@");
        assertEquals(checkout ? false : null, keeps, name);
      }
    });
  }

  /// A pull request of a fork runs only the job without secrets.
  @Test
  void aForkMeetsNoToken() throws IOException {
    Map<?, ?> jobs = map(read(WORKFLOW), "jobs");
    String lint = jobs.get("lint") + Files.readString(ACTIONS.resolve("lint/action.yml"));
    assertFalse(lint.contains("secrets.") || lint.contains("github.token"), lint);
    String same = "github.event.pull_request.head.repo.full_name == github.repository";
    assertTrue(map(jobs, "plan").get("if").toString().contains(same));
    for (Path file : files()) {
      String text = Files.readString(file);
      assertTrue(
          file.equals(WORKFLOW) || !text.contains("PROCC_TOKEN"), file + " names Workiva's token");
    }
  }
}
