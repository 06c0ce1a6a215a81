package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A waiver follows the task whose edit it keeps, even if the task's key changes: an edit never
/// ends up on another task.
///
/// In the test somebody made u9 the assignee of task A in Workiva, and the edit was kept. The
/// definition then gives the tasks A, B and C other keys, and C another assignee, so that a new
/// process is needed.
class TradedKeysCliTest {
  @AutoClose private AlphaProject alpha;
  @TempDir Path folder;

  @BeforeEach
  void keepAnEdit() throws Exception {
    alpha = new AlphaProject(folder);
    define("a", "t1 t2 t3", "", "A", "u3");
    alpha.apply();
    edit("assignee/id", "u9");
    alpha.keep("a");
  }

  @ParameterizedTest(name = "{0} moved {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "t2 t1 t3, t1 t2 t2 t1, A2",
        "t2 t1 t3, none, A2",
        "t2 t3 t1, t1 t2 t2 t3 t3 t1, A2",
        "t2 t3 t1, none, A2",
        "t4 t1 t3, t1 t4 t2 t1, A2",
        "t4 t1 t3, none, A2",
        "t4 t1 t2, t2 t1 t1 t4 t3 t2, A2",
        "t4 t1 t2, none, A2",
        "t2 - t3, none, A2",
        "t2 - t1, none, A2",
        "t5 t1 t3, t5 t1 t1 t5, A2",
        "t5 t4 t3, t2 t1 t1 t4 t4 t5, A2",
      })
  void theEditStaysWithItsTask(String keys, String moved, String title) throws Exception {
    define("a", keys, moved == null ? "" : moved, title, "u7");
    alpha.apply();
    Map<String, String> assignees = assignees();
    assertEquals("u9", assignees.remove(title), assignees::toString);
    assertEquals("u7", assignees.remove("C"), assignees::toString);
    assertEquals(keys.contains("-") ? Map.of() : Map.of("B", "u2"), assignees);
    String plan = alpha.procc(0, "plan", "--detailed-exitcode");
    assertTrue(plan.contains("Note: a/" + keys.split(" ")[0] + ":assignee stays"), plan);
  }

  /// The edit that is kept, while the definition has other keys than the last apply, is the one
  /// that the plan showed.
  @ParameterizedTest(name = "{0} moved {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "t2 t1 t3, t1 t2 t2 t1",
        "t2 t1 t3, none",
        "t2 t3 t1, t1 t2 t2 t3 t3 t1",
        "t2 t3 t1, none",
        "t4 t1 t3, t1 t4 t2 t1",
        "t4 t1 t3, none",
        "t4 t1 t2, t2 t1 t1 t4 t3 t2",
        "t4 t1 t2, none",
        "t2 - t3, none",
        "t5 t4 t3, t2 t1 t1 t4 t4 t5",
      })
  void whatIsKeptIsWhatThePlanShows(String keys, String moved) throws Exception {
    define("a", keys, moved == null ? "" : moved, "A2", "u7");
    edit("dueDate", "2024-11-20");
    alpha.procc(4, "apply", "--yes");
    String key = keys.split(" ")[0];
    String kept = alpha.procc(0, "keep", "a", "--reason", "agreed");
    assertTrue(kept.contains("kept a/" + key + ":dueDate"), kept);
    String drift = alpha.procc(0, "drift");
    assertTrue(drift.contains("procc keep"), drift);
    String plan = alpha.procc(0, "plan");
    assertTrue(plan.contains("last applied Tue 2024-11-05 "), plan);
    for (String field : List.of("assignee", "dueDate")) {
      assertTrue(plan.contains("Note: a/" + key + ":" + field + " stays"), plan);
    }
    alpha.procc(0, "keep", "a/" + key + ":dueDate", "--end");
    alpha.procc(4, "apply", "--yes");
    alpha.procc(0, "keep", "a/" + key + ":dueDate", "--reason", "agreed");
    alpha.apply();
    assertEquals("u9", assignees().get("A2"));
    assertEquals("2024-11-20", values("dueDate").get("A2"));
    alpha.procc(0, "plan", "--detailed-exitcode");
    alpha.procc(0, "keep", "a/" + key + ":dueDate", "--end");
    plan = alpha.procc(4, "plan", "--detailed-exitcode");
    assertTrue(plan.contains("a/" + key + ":dueDate"), plan);
  }

  /// If another task has the key of a removed task, the edit of the removed one is asked about.
  @ParameterizedTest(name = "{0} moved {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "- t1 t3, none",
        "- t1 t3, t2 t1",
        "- t1 t2, none",
      })
  void theEditOfARemovedTaskIsNoOtherTasks(String keys, String moved) throws Exception {
    define("a", keys, moved == null ? "" : moved, "A", "u7");
    alpha.procc(4, "apply", "--yes");
    assertEquals("u9", assignees().get("A"));
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a");
    assertEquals(Map.of("B", "u2", "C", "u7"), assignees());
    alpha.procc(0, "plan", "--detailed-exitcode");
  }

  /// The same if a new task has the key: the definition wants nothing of the removed task under it.
  @ParameterizedTest(name = "{0} is new")
  @ValueSource(strings = {"t1", "t3", "t9"})
  void theEditOfARemovedTaskIsNoNewTasks(String newKey) throws Exception {
    define("a", newKey.equals("t1") ? "- t2 t3" : "- t2 t1", "", "A", "u3");
    alpha.addTask(newKey, "title: D, assignee: { id: u4 }, dueDate: 2024-11-21");
    alpha.procc(4, "apply", "--yes");
    alpha.procc("keep", "a", "--reason", "agreed");
    alpha.procc(4, "apply", "--yes");
    assertEquals("u9", assignees().get("A"));
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a");
    assertEquals(Map.of("B", "u2", "C", "u3", "D", "u4"), assignees());
    alpha.procc(0, "plan", "--detailed-exitcode");
  }

  /// A task that somebody removed in Workiva is not made anew under another key and title.
  @ParameterizedTest(name = "{0} moved {1} title {2}, adopted {3}")
  @CsvSource(
      nullValues = "none",
      value = {
        "t2 t1 t3, t1 t2 t2 t1, A, true",
        "t2 t1 t3, t1 t2 t2 t1, A, false",
        "t2 - t3, t1 t2 t2 t1, A, true",
        "t2 - t3, t1 t2 t2 t1, A, false",
        "t2 - t3, t1 t2 t2 t1, A2, true",
        "t2 - t3, t1 t2 t2 t1, A2, false",
        "t2 - t3, t1 t2, A2, true",
        "t2 - t3, t1 t2, A2, false",
        "t2 - t9, t1 t2 t2 t1 t3 t9, A2, true",
        "t2 - t9, t1 t2 t2 t1 t3 t9, A2, false",
        "t9 - t3, t1 t9, A2, true",
        "t9 - t3, t1 t9, A2, false",
      })
  void aTaskThatIsGoneStaysGone(String keys, String moved, String title, boolean adopts)
      throws Exception {
    alpha.procc(0, "keep", "a/t1:assignee", "--end");
    alpha.editTasks(alpha.tasks().subList(1, 3));
    if (adopts) {
      alpha.procc(0, "adopt", "a", alpha.id());
    }
    alpha.procc(4, "apply", "--yes");
    define("a", keys, moved == null ? "" : moved, title, "u3");
    alpha.procc(4, "apply", "--yes");
    assertFalse(assignees().containsKey(title), keys);
  }

  /// The same without a `moved`, where the key is that of a task which the definition removes: who
  /// it is has to be said.
  @Test
  void aTaskThatIsGoneIsNotMadeUnderTheKeyOfAnother() throws Exception {
    alpha.procc(0, "keep", "a/t1:assignee", "--end");
    alpha.editTasks(alpha.tasks().subList(1, 3));
    define("a", "t2 - t3", "", "A2", "u3");
    String refused = alpha.procc(4, "apply", "--yes");
    assertTrue(refused.contains("a/t1 was removed in Workiva, and a/t2 has become"), refused);
    assertTrue(refused.contains("moved: [{ from: t1, to: t2 }]"), refused);
    alpha.procc(0, "plan", "--overwrite-live", "a/t2:node");
    define("a", "t2 - t3", "t1 t2", "A2", "u3");
    refused = alpha.procc(4, "apply", "--yes");
    assertTrue(refused.contains("procc keep a/t2:node"), refused);
    alpha.procc(0, "keep", "a/t2:node", "--reason", "agreed");
    alpha.apply();
    assertEquals(Map.of("C", "u3"), assignees());
    alpha.procc(0, "plan", "--detailed-exitcode");
  }

  @Test
  void processesTradeTheirKeysByStateMv() throws Exception {
    define("b", "t1 t2 t3", "", "B1", "u3");
    alpha.apply();
    alpha.procc(0, "state", "mv", "a", "other", "--yes");
    alpha.procc(0, "state", "mv", "b", "a", "--yes");
    alpha.procc(0, "state", "mv", "other", "b", "--yes");
    define("a", "t1 t2 t3", "", "B1", "u3");
    define("b", "t1 t2 t3", "", "A", "u3");
    String text = Files.readString(folder.resolve("a.process.yaml"));
    Files.writeString(
        folder.resolve("a.process.yaml"), text.replace("name: Alpha a", "name: Alpha b"));
    text = Files.readString(folder.resolve("b.process.yaml"));
    Files.writeString(
        folder.resolve("b.process.yaml"), text.replace("name: Alpha b", "name: Alpha a"));
    String plan = alpha.procc(0, "plan", "--detailed-exitcode");
    assertTrue(plan.contains("Note: b/t1:assignee stays"), plan);
    alpha.procc(0, "log", "a");
    alpha.procc(0, "log", "b");
  }

  /// @param keys the keys of A, B and C; `-` for a removed task
  /// @param moved pairs of old and new keys: from, to, from, to
  private void define(String key, String keys, String moved, String title, String assignee)
      throws Exception {
    String[] key3 = keys.split(" ");
    String[] moves = moved.isEmpty() ? new String[0] : moved.split(" ");
    StringBuilder text =
        new StringBuilder(
            """
            procc: v1
            kind: Process
            key: %s
            name: Alpha %s
            businessStartDate: 2024-11-01
            businessEndDate: 2024-11-29
            autoClose: true
            certAutoApprove: false
            relativeDates: false
            """
                .formatted(key, key));
    for (int i = 0; i < moves.length; i += 2) {
      text.append(i == 0 ? "moved:\n" : "")
          .append("  - { from: %s, to: %s }\n".formatted(moves[i], moves[i + 1]));
    }
    text.append("root:\n  name: Root\n  parallel: false\n  children:\n");
    List<String> tasks =
        List.of(
            "title: %s, assignee: { id: u1 }, dueDate: 2024-11-05".formatted(title),
            "title: B, assignee: { id: u2 }, dueDate: 2024-11-06",
            "title: C, assignee: { id: %s }, dueDate: 2024-11-07".formatted(assignee));
    for (int i = 0; i < 3; i++) {
      if (!key3[i].equals("-")) {
        text.append("    - { sendTask: %s, %s }\n".formatted(key3[i], tasks.get(i)));
      }
    }
    if (key.equals("a")) {
      alpha.define(text.toString());
    } else {
      Files.writeString(folder.resolve(key + ".process.yaml"), text);
    }
  }

  /// Somebody edits the first task.
  private void edit(String field, String value) throws Exception {
    alpha.edit("/root/children/0/job/arguments/sendTaskArgs/" + field, Json.of(value).write());
  }

  private Map<String, String> assignees() throws Exception {
    return values("assignee");
  }

  /// A value of each live task, by title.
  private Map<String, String> values(String field) throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (Json task : alpha.tasks()) {
      Json.Obj arguments =
          ((Json.Obj) task)
              .obj("job")
              .flatMap(job -> job.obj("arguments"))
              .flatMap(all -> all.obj("sendTaskArgs"))
              .orElseThrow();
      found.put(
          arguments.text("title").orElse(""),
          arguments
              .obj(field)
              .flatMap(person -> person.text("id"))
              .or(() -> arguments.text(field))
              .orElse(""));
    }
    return found;
  }
}
