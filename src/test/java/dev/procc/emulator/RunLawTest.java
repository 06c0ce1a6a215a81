package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The law of the engine: in a serial group a child starts after every earlier child has ended; and
/// in whatever order people work, the run ends. The trees are random and have up to 300 jobs.
final class RunLawTest {
  @ParameterizedTest
  @CsvSource({"1, 20", "2, 60", "3, 150", "4, 300"})
  void nothingStartsBeforeItsTurn(long seed, int jobs) throws IOException {
    Random random = new Random(seed);
    try (LocalEmulator local = new LocalEmulator(LocalEmulator.options())) {
      String id = local.create(new RandomTree(random).process(jobs));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      assertEquals(jobs, size(root(local, run)));
      Set<String> ended = new HashSet<>();
      int moves = 0;
      int checks = Math.max(1, jobs / 40);
      while (true) {
        List<Json> open = local.look("tasks?run=" + run).array();
        List<String> startable = List.of();
        if (moves % checks == 0 || open.isEmpty()) {
          Json.Obj root = root(local, run);
          lawful(root);
          startable = startable(root);
        }
        if (open.isEmpty() && startable.isEmpty()) {
          break;
        }
        move(local, random, open, startable, ended);
        moves++;
        assertTrue(moves < 4 * jobs + 10, "the run does not come to its end");
      }
      lawful(root(local, run));
      Json.Obj seen = local.get("/processRuns/" + run).object();
      assertEquals("complete", seen.text("status").orElse(""));
      Json.Obj counts = seen.obj("statusCounts").orElseThrow();
      long done = counts.integer("Completed").orElse(0L) + counts.integer("Cancelled").orElse(0L);
      assertEquals(jobs, done);
    }
  }

  private static Json.Obj root(LocalEmulator local, String run) throws IOException {
    return local.get("/processRuns/" + run).object().obj("root").orElseThrow();
  }

  /// Does one of the possible actions.
  private static void move(
      LocalEmulator local,
      Random random,
      List<Json> open,
      List<String> startable,
      Set<String> ended)
      throws IOException {
    int choice = random.nextInt(open.size() + startable.size());
    if (choice >= open.size()) {
      String id = startable.get(choice - open.size());
      assertEquals(200, local.control("tasks/" + id + "/start").status());
      return;
    }
    Json.Obj task = (Json.Obj) open.get(choice);
    String id = task.text("jobRun").orElseThrow();
    List<Json> moves = task.items("moves");
    int pick = random.nextInt(20) == 0 ? moves.size() - 1 : 0;
    String verb = ((Json.Str) moves.get(pick)).value();
    assertEquals(200, local.control("tasks/" + id + "/" + verb).status());
    if (!verb.equals("complete") || moves.size() == 2) {
      ended.add(id);
    }
  }

  private static List<String> startable(Json.Obj group) {
    List<String> ids = new ArrayList<>();
    for (Json.Obj node : children(group)) {
      if (node.flag("eligibleToStart", false)) {
        ids.add(node.text("id").orElseThrow());
      }
      ids.addAll(startable(node));
    }
    return ids;
  }

  private static List<Json.Obj> children(Json.Obj group) {
    List<Json.Obj> list = new ArrayList<>();
    for (Json item : group.items("children")) {
      Json.Obj child = (Json.Obj) item;
      list.add(child.obj("jobRun").or(() -> child.obj("groupRun")).orElseThrow());
    }
    return list;
  }

  private static int size(Json.Obj group) {
    int size = 0;
    for (Json.Obj node : children(group)) {
      size += node.has("children") ? size(node) : 1;
    }
    return size;
  }

  /// Checks the law for the tree of a run, and the counts of its groups.
  private static void lawful(Json.Obj group) {
    boolean parallel = group.flag("parallel", false);
    boolean open = true;
    Map<String, Long> counts = new HashMap<>();
    for (Json.Obj node : children(group)) {
      String status = node.text("status").orElse("");
      counts.merge(status, 1L, Long::sum);
      boolean ended = status.equals("complete") || status.equals("cancelled");
      assertTrue(open || status.equals("waiting"), node::write);
      boolean manual = node.text("triggerType").orElse("").equals("manual");
      boolean runs = group.text("status").orElse("").equals("running");
      assertTrue(!runs || !open || manual || !status.equals("waiting"), "it should have started");
      open &= parallel || ended;
      if (node.has("children")) {
        lawful(node);
      }
    }
    counts.forEach((status, count) ->
        assertEquals(count, group.obj("statusCounts").orElseThrow().integer(status).orElse(0L)));
    boolean all =
        counts.keySet().stream().allMatch(s -> s.equals("complete") || s.equals("cancelled"));
    String own = group.text("status").orElse("");
    assertTrue(!own.equals("running") || !all, "a group whose children ended has ended");
    assertTrue(!own.equals("complete") || all, "a group has ended when its children have");
  }

  /// Random trees: nested serial and parallel groups, some nodes manual, some tasks with approvers.
  private record RandomTree(Random random) {
    String process(int jobs) {
      return LocalEmulator.process(random.nextBoolean(), nodes(jobs, 0));
    }

    private String[] nodes(int jobs, int depth) {
      List<String> nodes = new ArrayList<>();
      int left = jobs;
      while (left > 0) {
        if (left > 2 && depth < 6 && random.nextInt(3) == 0) {
          int inside = 1 + random.nextInt(left);
          String group =
              LocalEmulator.group("G" + depth, random.nextBoolean(), nodes(inside, depth + 1));
          nodes.add(
              LocalEmulator.inGroup(
                  manual() ? group.replaceFirst("whenEligible", "manual") : group));
          left -= inside;
        } else {
          String approver = ", \"approver\": {\"id\": \"maria\", \"type\": \"user\"}";
          String more = random.nextInt(4) == 0 ? approver : "";
          nodes.add(LocalEmulator.job("J" + left, manual() ? "manual" : "whenEligible", more));
          left--;
        }
      }
      return nodes.toArray(new String[0]);
    }

    private boolean manual() {
      return random.nextInt(8) == 0;
    }
  }
}
