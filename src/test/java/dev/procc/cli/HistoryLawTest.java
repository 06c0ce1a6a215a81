package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A law over random histories: whatever is done to a definition and to its live process, in any
/// order, no edit made in Workiva disappears without `--overwrite-live`, and after an apply there
/// is nothing left to plan.
///
/// The check knows nothing of plans: it remembers what somebody wrote into the live process, marked
/// by a tag in the instructions of each task that nobody changes, and looks whether it is still
/// there.
class HistoryLawTest {
  private static final int HISTORIES = Integer.getInteger("law.histories", 4);
  private static final int STEPS = Integer.getInteger("law.steps", 60);
  private static final long SEED = Long.getLong("law.seed", 1);

  /// The number of histories between two progress lines; 0 for no such lines.
  private static final int SAID = Integer.getInteger("law.said", 0);

  private static final List<String> FIELDS = List.of("title", "assignee", "dueDate");

  @TempDir Path folder;

  @Test
  void noEditDisappears() throws Exception {
    int edits = 0;
    int undone = 0;
    int applied = 0;
    List<Long> failed = new ArrayList<>();
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      try (History history = new History(folder.resolve("h" + seed), seed)) {
        history.run();
        edits += history.made;
        undone += history.refused;
        applied += history.applied;
      } catch (AssertionError failure) {
        failed.add(seed);
        System.out.println(failure.getMessage());
      }
      if (SAID > 0 && (seed - SEED + 1) % SAID == 0) {
        System.out.println(
            "%d histories: %d live edits, %d applies, %d refused"
                .formatted(seed - SEED + 1, edits, applied, undone));
      }
    }
    assertEquals(List.of(), failed, "seeds, each with its history above");
    assertTrue(edits > 0 && undone > 0 && applied > 0, edits + " " + undone + " " + applied);
  }

  /// A task of the definition.
  private static final class TaskRow {
    final String tag;
    String key;
    final Map<String, String> values = new LinkedHashMap<>();

    TaskRow(String tag) {
      this.tag = tag;
      this.key = "k" + tag;
    }
  }

  /// An edit that somebody made in the live process.
  ///
  /// @param tag the tag of the task; `process` for the name of the process
  /// @param field `node` for the task itself, with the value `gone` or `there`
  private record LiveEdit(String tag, String field, String value) {}

  /// One history of one process, from its creation.
  ///
  /// Two live tasks have the same tag if a key was renamed without `moved` and the task of the old
  /// key was kept: one of the two must then show what was written to either.
  private static final class History implements AutoCloseable {
    private final EmulatedCli cli = new EmulatedCli();
    private final Path folder;
    private final Random random;
    private final long seed;
    private final boolean parallel;
    private final List<TaskRow> tasks = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();

    /// The edits that must be kept.
    private final Set<LiveEdit> theirs = new LinkedHashSet<>();

    /// The number of changes since the history began; a command that ran after the last change has
    /// nothing new to do, and is not run again.
    private int changes;

    private int changesBefore = -1;
    private String lastCommand = "";
    private String written = "";
    private @Nullable String knownId;

    private String name = "Alpha";
    private int next;
    private int made;
    private int refused;
    private int applied;

    History(Path folder, long seed) {
      this.folder = folder;
      this.seed = seed;
      this.random = new Random(seed);
      this.parallel = random.nextBoolean();
    }

    void run() throws Exception {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
      for (int i = 0; i < 3; i++) {
        tasks.add(newTask());
      }
      write();
      assertEquals(0, procc("apply", "--yes"), trace::toString);
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      apply();
    }

    private void step() throws Exception {
      switch (random.nextInt(14)) {
        case 0, 1 -> editLive();
        case 2 -> takeBack();
        case 3, 4 -> editDefinition();
        case 5 -> converge();
        case 6 -> renameKey();
        case 7 -> addOrRemoveTask();
        case 8 -> addOrRemoveLive();
        case 9 -> keep();
        case 10 -> adopt();
        case 11 -> {
          if (random.nextInt(3) == 0) {
            overwrite();
          }
        }
        default -> apply();
      }
    }

    // Steps

    private void editLive() throws Exception {
      Json.Arr live = liveTasks();
      if (random.nextInt(6) == 0) {
        String value = fresh("Theirs ");
        edit("/name", "\"" + value + "\"");
        theirs.removeIf(edit -> edit.tag().equals("process"));
        note("process", "name", value);
      } else if (!live.items().isEmpty()) {
        int at = random.nextInt(live.items().size());
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        String value = freshValue(field);
        edit("/root/children/" + at + pointer(field), "\"" + value + "\"");
        forget(live.items(), at, field);
        note(tag(live.items().get(at)), field, value);
      }
    }

    /// Somebody sets a value to what the definition says, which ends any edit of it.
    private void takeBack() throws Exception {
      List<Json> live = liveTasks().items();
      if (random.nextInt(6) == 0) {
        edit("/name", "\"" + name + "\"");
        theirs.removeIf(edit -> edit.tag().equals("process"));
        log("live process name is taken back: " + name);
        return;
      }
      for (int i = 0; i < 6 && !live.isEmpty(); i++) {
        int at = random.nextInt(live.size());
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        TaskRow row = task(tag(live.get(at)));
        if (row != null && !row.values.get(field).equals(value(live.get(at), pointer(field)))) {
          edit("/root/children/" + at + pointer(field), "\"" + row.values.get(field) + "\"");
          forget(live, at, field);
          log("live " + row.tag + " " + field + " is taken back: " + row.values.get(field));
          return;
        }
      }
    }

    private void note(String tag, String field, String value) {
      theirs.add(new LiveEdit(tag, field, value));
      made++;
      log("live " + tag + " " + field + " = " + value);
    }

    /// Forgets the value of a field of a task, unless its twin shows it too.
    private void forget(List<Json> live, int at, String field) {
      String tag = tag(live.get(at));
      String value = value(live.get(at), pointer(field));
      boolean elsewhere = false;
      for (int i = 0; i < live.size(); i++) {
        elsewhere |=
            i != at
                && tag(live.get(i)).equals(tag)
                && value(live.get(i), pointer(field)).equals(value);
      }
      if (!elsewhere) {
        theirs.remove(new LiveEdit(tag, field, value));
      }
    }

    private void editDefinition() throws Exception {
      if (random.nextInt(4) == 0) {
        name = fresh("Ours ");
        log("name = " + name);
      } else if (!tasks.isEmpty()) {
        TaskRow task = tasks.get(random.nextInt(tasks.size()));
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        task.values.put(field, freshValue(field));
        log("definition " + task.tag + " " + field + " = " + task.values.get(field));
      }
      write();
    }

    /// Takes some of the edits over into the definition.
    private void converge() throws Exception {
      for (LiveEdit edit : theirs) {
        TaskRow task = task(edit.tag());
        if (random.nextBoolean()) {
          if (edit.tag().equals("process")) {
            name = edit.value();
          } else if (edit.field().equals("node")) {
            tasks.removeIf(one -> one.tag.equals(edit.tag()) && edit.value().equals("gone"));
          } else if (task != null) {
            task.values.put(edit.field(), edit.value());
          }
          log("converge " + edit);
        }
      }
      write();
    }

    private void renameKey() throws Exception {
      if (tasks.size() > 1 && random.nextInt(3) == 0) {
        swapKeys();
      } else if (!tasks.isEmpty()) {
        TaskRow task = tasks.get(random.nextInt(tasks.size()));
        String before = task.key;
        task.key = "k" + task.tag + "-" + next++;
        moved.clear();
        if (random.nextBoolean()) {
          moved.add("{ from: " + before + ", to: " + task.key + " }");
        }
        log("key " + before + " -> " + task.key + " " + moved);
        write();
      }
    }

    private void swapKeys() throws Exception {
      TaskRow one = tasks.get(random.nextInt(tasks.size()));
      TaskRow other = tasks.get(random.nextInt(tasks.size()));
      String key = one.key;
      one.key = other.key;
      other.key = key;
      moved.clear();
      if (one != other && random.nextBoolean()) {
        moved.add("{ from: " + one.key + ", to: " + key + " }");
        moved.add("{ from: " + key + ", to: " + one.key + " }");
      }
      log("keys " + one.key + " <-> " + key + " " + moved);
      write();
    }

    private void addOrRemoveTask() throws Exception {
      if (random.nextBoolean() || tasks.size() < 2) {
        tasks.add(random.nextInt(tasks.size() + 1), newTask());
        log("definition adds a task");
      } else {
        log("definition removes " + tasks.remove(random.nextInt(tasks.size())).tag);
      }
      write();
    }

    private void addOrRemoveLive() throws Exception {
      List<Json> live = new ArrayList<>(liveTasks().items());
      if (live.isEmpty()) {
        return;
      }
      int at = random.nextInt(live.size());
      String tag = tag(live.get(at));
      if (random.nextBoolean() && live.size() > 1) {
        FIELDS.forEach(field -> forget(live, at, field));
        live.remove(at);
        boolean twin = live.stream().anyMatch(one -> tag(one).equals(tag));
        theirs.removeIf(edit -> !twin && edit.tag().equals(tag));
        if (twin || tag.startsWith("o")) {
          log("live takes " + (twin ? "one of two " : "its own ") + tag + " back");
        } else {
          note(tag, "node", "gone");
        }
      } else {
        String added = "o" + next++;
        String text = live.get(at).write().replace("tag " + tag + ".", "tag " + added + ".");
        live.add(
            JsonReader.read(
                text.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"added-" + seed + added + "\"")));
        note(added, "node", "there");
      }
      edit("/root/children", Json.array(live).write());
    }

    private void keep() {
      if (isIdle("keep")) {
        return;
      }
      int exit = procc("keep", "a", "--reason", "agreed");
      log("keep " + exit);
      changes++;
      ran("keep");
    }

    /// Whether nothing has happened since this command last ran.
    private boolean isIdle(String command) {
      return command.equals(lastCommand) && changes == changesBefore;
    }

    private void ran(String command) {
      lastCommand = command;
      changesBefore = changes;
    }

    private void adopt() throws Exception {
      if (isIdle("adopt")) {
        return;
      }
      int exit = procc("adopt", "a", id());
      log("adopt " + exit);
      if (exit == 0) {
        // What both sides say is settled from then on.
        settle();
      }
      changes++;
      ran("adopt");
    }

    private void apply() throws Exception {
      if (isIdle("apply")) {
        return;
      }
      int exit = procc("apply", "--yes");
      log("apply " + exit);
      assertTrue(exit == 0 || exit == 4, this::story);
      refused += exit == 4 ? 1 : 0;
      judge();
      if (exit == 0) {
        applied++;
        settle();
        changes++;
        assertEquals(0, procc("plan", "--detailed-exitcode"), this::story);
      }
      ran("apply");
    }

    private void overwrite() throws Exception {
      int exit = procc("apply", "--yes", "--overwrite-live", "a");
      log("overwrite " + exit);
      assertEquals(0, exit, this::story);
      theirs.clear();
      changes++;
      assertEquals(0, procc("plan", "--detailed-exitcode"), this::story);
    }

    // The judge

    /// Checks that every edit is kept.
    private void judge() throws Exception {
      Set<LiveEdit> shown = shown();
      for (LiveEdit edit : theirs) {
        LiveEdit there = new LiveEdit(edit.tag(), edit.field(), "there");
        boolean stands =
            edit.value().equals("gone") ? !shown.contains(there) : shown.contains(edit);
        assertTrue(stands, () -> edit + " does not stand\n" + shown + "\n" + story());
      }
    }

    /// Forgets the edits that the definition now contains.
    private void settle() {
      theirs.removeIf(edit -> {
        if (edit.tag().equals("process")) {
          return edit.value().equals(name);
        }
        TaskRow task = task(edit.tag());
        return edit.field().equals("node")
            ? edit.value().equals("gone") && task == null
            : task != null && edit.value().equals(task.values.get(edit.field()));
      });
    }

    private Set<LiveEdit> shown() throws Exception {
      Set<LiveEdit> shown = new LinkedHashSet<>();
      Json.Obj process = process();
      shown.add(new LiveEdit("process", "name", process.text("name").orElse("")));
      for (Json task : tasksOf(process).items()) {
        String tag = tag(task);
        shown.add(new LiveEdit(tag, "node", "there"));
        for (String field : FIELDS) {
          shown.add(new LiveEdit(tag, field, value(task, pointer(field))));
        }
      }
      return shown;
    }

    private String story() {
      return "seed " + seed + "\n" + String.join("\n", trace);
    }

    // The definition

    private TaskRow newTask() {
      TaskRow task = new TaskRow("d" + next++);
      FIELDS.forEach(field -> task.values.put(field, freshValue(field)));
      return task;
    }

    private @Nullable TaskRow task(String tag) {
      return tasks.stream().filter(one -> one.tag.equals(tag)).findFirst().orElse(null);
    }

    private void write() throws Exception {
      StringBuilder text =
          new StringBuilder(
              """
              procc: v1
              kind: Process
              key: a
              name: %s
              businessStartDate: 2024-11-01
              businessEndDate: 2029-11-29
              autoClose: true
              certAutoApprove: false
              relativeDates: false
              moved: [%s]
              root:
                name: Root
                parallel: %s
                children:
              """
                  .formatted(name, String.join(", ", moved), parallel));
      for (TaskRow task : tasks) {
        text.append(
            "    - { sendTask: %s, title: %s, instructions: tag %s., assignee: { id: %s }, dueDate: %s }\n"
                .formatted(
                    task.key,
                    task.values.get("title"),
                    task.tag,
                    task.values.get("assignee"),
                    task.values.get("dueDate")));
      }
      String definition = text.toString().replace("moved: []\n", "");
      if (!definition.equals(written)) {
        written = definition;
        changes++;
        Files.writeString(folder.resolve("a.process.yaml"), definition);
      }
    }

    private String fresh(String start) {
      return start + next++;
    }

    private String freshValue(String field) {
      return switch (field) {
        case "title" -> fresh("Title ");
        case "assignee" -> fresh("u");
        default -> java.time.LocalDate.of(2024, 11, 1).plusDays(next++ % 1800).toString();
      };
    }

    // The server

    private static String pointer(String field) {
      return "/job/arguments/sendTaskArgs/" + (field.equals("assignee") ? "assignee/id" : field);
    }

    private static String tag(Json task) {
      return value(task, "/job/arguments/sendTaskArgs/instructions")
          .replaceAll(".*tag (\\w+)\\..*", "$1");
    }

    private static String value(Json from, String pointer) {
      Json at = from;
      for (String name : pointer.substring(1).split("/")) {
        at = at instanceof Json.Obj object ? object.get(name) : null;
      }
      return at instanceof Json.Str text ? text.value() : "";
    }

    private String id() throws Exception {
      if (knownId == null) {
        knownId = findId();
      }
      return knownId;
    }

    private String findId() throws Exception {
      Json.Obj list = (Json.Obj) JsonReader.read(cli.send("GET", "/processes"));
      assertEquals(1, list.items("data").size(), this::story);
      return ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
    }

    private Json.Obj process() throws Exception {
      return (Json.Obj) JsonReader.read(cli.send("GET", "/processes/" + id()));
    }

    private Json.Arr liveTasks() throws Exception {
      return tasksOf(process());
    }

    private static Json.Arr tasksOf(Json.Obj process) {
      return Json.array(process.obj("root").orElseThrow().items("children"));
    }

    private void edit(String pointer, String value) throws Exception {
      changes++;
      cli.send(
          "POST",
          "/_emulator/processes/" + id() + "/edit",
          "{\"user\":\"olga\",\"set\":{\"" + pointer + "\":" + value + "}}");
    }

    private int procc(String... words) {
      CliCase.CommandResult result = cli.run(folder, words);
      if (words[0].equals("apply")) {
        knownId = null;
      }
      trace.add(
          "    "
              + String.join(" ", words)
              + ": "
              + (result.stdout() + result.stderr()).replaceAll("(?m)^", "      "));
      return result.exit();
    }

    private void log(String text) {
      trace.add(text);
    }

    @Override
    public void close() {
      cli.close();
    }
  }
}
