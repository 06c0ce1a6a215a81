package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A project with one process, `a`, and an emulator of its own, with methods that edit its
/// definition, edit the process in Workiva, and run procc.
final class AlphaProject implements AutoCloseable {
  static final String DEFINITION =
      """
      procc: v1
      kind: Process
      key: a
      name: Alpha
      businessStartDate: 2024-11-01
      businessEndDate: 2024-11-29
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Root
        parallel: false
        children:
          - { sendTask: t1, title: Task one, assignee: { id: u2 }, dueDate: 2024-11-05 }
          - { sendTask: t2, title: Task two, assignee: { id: u3 }, dueDate: 2024-11-06 }
      """;

  private final EmulatedCli cli = new EmulatedCli();
  private final Path folder;
  private String definition = "";

  AlphaProject(Path folder) throws Exception {
    this.folder = folder;
    settings("");
    define(DEFINITION);
  }

  Path folder() {
    return folder;
  }

  // The definition

  AlphaProject define(String text) throws Exception {
    definition = text;
    Files.writeString(folder.resolve("a.process.yaml"), text);
    return this;
  }

  /// Replaces every occurrence of a text that must exist.
  AlphaProject change(String from, String to) throws Exception {
    assertTrue(definition.contains(from), from);
    return define(definition.replace(from, to));
  }

  /// Adds a task at the end.
  AlphaProject addTask(String key) throws Exception {
    return addTask(key, "title: Task " + key + ", assignee: { id: u2 }, dueDate: 2024-11-07");
  }

  AlphaProject addTask(String key, String values) throws Exception {
    return define(definition + "    - { sendTask: %s, %s }\n".formatted(key, values));
  }

  /// Removes the second task.
  AlphaProject withoutSecondTask() throws Exception {
    return define(definition.replaceAll("(?m)^ +- \\{ sendTask: t2.*\\R", ""));
  }

  /// Sets the lines of `procc.yaml` after its header.
  AlphaProject settings(String lines) throws Exception {
    Files.writeString(
        folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n" + lines + "\n");
    return this;
  }

  // procc

  CliCase.CommandResult procc(String... words) {
    return cli.run(folder, words);
  }

  /// Runs a command line and checks its exit code.
  String procc(int exit, String... words) {
    CliCase.CommandResult result = procc(words);
    String told = result.stdout() + result.stderr();
    assertEquals(exit, result.exit(), () -> String.join(" ", words) + "\n" + told);
    return told.replaceAll("\\s+", " ");
  }

  /// Runs a command line that reaches Workiva by another address.
  CliCase.CommandResult proccVia(URI address, String... words) {
    return cli.client(folder).variable("PROCC_API_URL", address.toString()).run(words);
  }

  /// A command line on a terminal, where somebody types this line.
  InProcessCli answering(String line) {
    return cli.client(folder).terminal().input(line + "\n");
  }

  String plan(int exit) {
    return procc(exit, "plan", "--detailed-exitcode");
  }

  AlphaProject apply() {
    procc(0, "apply", "--yes");
    return this;
  }

  AlphaProject keep(String address) {
    procc(0, "keep", address, "--reason", "agreed");
    return this;
  }

  // Workiva

  /// Sets today's date, here and in Workiva.
  void setToday(LocalDate day) throws Exception {
    cli.setToday(day);
  }

  /// The address of the emulator.
  String url() {
    return cli.url();
  }

  String send(String method, String path, String body) throws IOException {
    return cli.send(method, path, body);
  }

  /// The ids of all processes in the list.
  List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Json one : ((Json.Obj) JsonReader.read(cli.send("GET", "/processes"))).items("data")) {
      ids.add(((Json.Obj) one).text("id").orElseThrow());
    }
    return ids;
  }

  String id() throws Exception {
    return ids().getFirst();
  }

  /// Sets a value of the live process as somebody in Workiva would.
  AlphaProject edit(String pointer, String value) throws Exception {
    send(
        "POST",
        "/_emulator/processes/" + id() + "/edit",
        "{\"user\":\"olga\",\"unchecked\":true,\"set\":{\"" + pointer + "\":" + value + "}}");
    return this;
  }

  /// The live process.
  Json.Obj process() throws Exception {
    return (Json.Obj) JsonReader.read(cli.send("GET", "/processes/" + id()));
  }

  /// The live tasks.
  List<Json> tasks() throws Exception {
    return process().obj("root").orElseThrow().items("children");
  }

  /// Replaces the live tasks, as an edit made in Workiva.
  AlphaProject editTasks(List<Json> tasks) throws Exception {
    return edit("/root/children", Json.array(tasks).write());
  }

  /// Removes the second live task, as an edit made in Workiva.
  AlphaProject editAwaySecondTask() throws Exception {
    return editTasks(tasks().subList(0, 1));
  }

  /// Sets the faults of the server from now on.
  AlphaProject faults(String faults) throws Exception {
    send("PUT", "/_emulator/faults", "{\"faults\":[" + faults + "]}");
    return this;
  }

  /// A value of the live process; a text without its quotes.
  String shown(String pointer) throws Exception {
    Json at = process();
    for (String name : pointer.substring(1).split("/")) {
      at =
          at instanceof Json.Arr array
              ? array.items().get(Integer.parseInt(name))
              : ((Json.Obj) at).get(name);
    }
    return at instanceof Json.Str text ? text.value() : at.write();
  }

  /// The last run.
  Json.Obj run() throws Exception {
    Json.Arr runs = (Json.Arr) JsonReader.read(cli.send("GET", "/_emulator/runs"));
    String id = ((Json.Obj) runs.items().getLast()).text("id").orElseThrow();
    return (Json.Obj) JsonReader.read(cli.send("GET", "/_emulator/runs/" + id));
  }

  /// Calls an action of the last run, such as `cancel`.
  AlphaProject toRun(String verb) throws Exception {
    send("POST", "/_emulator/runs/" + run().text("id").orElseThrow() + "/" + verb, "{}");
    return this;
  }

  /// Calls an action of the task with that title in the last run.
  AlphaProject toTask(String title, String verb, String body) throws Exception {
    send("POST", "/_emulator/tasks/" + jobRun(run(), title) + "/" + verb, body);
    return this;
  }

  private static String jobRun(Json in, String title) {
    String found = "";
    if (in instanceof Json.Obj object) {
      if (object.has("id") && object.write().contains("\"" + title + "\"")) {
        found = object.text("id").orElse("");
      }
      for (Json member : object.members().values()) {
        String below = jobRun(member, title);
        found = below.isEmpty() ? found : below;
      }
    } else if (in instanceof Json.Arr array) {
      for (Json item : array.items()) {
        String below = jobRun(item, title);
        found = below.isEmpty() ? found : below;
      }
    }
    return found;
  }

  @Override
  public void close() {
    cli.close();
  }
}
