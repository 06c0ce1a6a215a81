package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A project that is applied, edited in Workiva and then pulled.
final class PullFixture {
  static final String HEAD =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      businessStartDate: 2024-11-01
      businessEndDate: 2024-12-30
      dueDate: 2024-12-16
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      """;

  private final EmulatedCli cli;
  private final Path folder;
  private int made;

  PullFixture(EmulatedCli cli, Path folder) throws IOException {
    this.cli = cli;
    this.folder = Files.createDirectories(folder);
    put("procc.yaml", "procc: v1\nkind: Project\nkey: p\n");
  }

  PullFixture put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  CliCase.CommandResult run(String... words) {
    return cli.run(folder, words);
  }

  PullFixture apply() {
    CliCase.CommandResult applied = run("apply", "--yes", "--allow-invalid");
    assertEquals(0, applied.exit(), applied.stdout() + applied.stderr());
    return this;
  }

  private Path ledger() {
    Path sandbox = folder.resolve("procc.state/sandbox");
    return Files.isDirectory(sandbox) ? sandbox : folder.resolve("procc.state/default");
  }

  /// The id of a process, as the ledger says.
  String id(String identity) throws Exception {
    return ((Json.Obj) JsonReader.read(Files.readString(ledger().resolve(identity + ".json"))))
        .text("id")
        .orElseThrow();
  }

  Json.Obj live(String identity) throws Exception {
    return (Json.Obj) JsonReader.read(cli.send("GET", "/processes/" + id(identity)));
  }

  /// Sets a part of the live process.
  ///
  /// @param value as JSON
  PullFixture edit(String identity, String pointer, String value) throws Exception {
    return edit(identity, "\"%s\":%s".formatted(pointer, value), false);
  }

  /// Workiva has a value that nobody could set there.
  void editUnchecked(String identity, String pointer, String value) throws Exception {
    edit(identity, "\"%s\":%s".formatted(pointer, value), true);
  }

  private PullFixture edit(String identity, String set, boolean unchecked) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + id(identity) + "/edit",
        "{\"user\":\"olga\",\"set\":{%s},\"unchecked\":%b}".formatted(set, unchecked));
    return this;
  }

  /// Somebody changes the children of a group: `add NODE INDEX`, `drop INDEX`, `order INDEX...`,
  /// `move INDEX LIST`.
  PullFixture editChildren(String identity, String pointer, String what) throws Exception {
    List<Json> children = children(identity, pointer);
    String rest = what.substring(what.indexOf(' ') + 1);
    int last = rest.lastIndexOf(' ');
    switch (what.substring(0, what.indexOf(' '))) {
      case "add" ->
          children.add(
              Integer.parseInt(rest.substring(last + 1)), withIds(rest.substring(0, last)));
      case "drop" -> children.remove(Integer.parseInt(rest));
      case "order" -> {
        List<Json> old = List.copyOf(children);
        children.clear();
        for (String index : rest.split(" ")) {
          children.add(old.get(Integer.parseInt(index)));
        }
      }
      default -> {
        Json moved = children.remove(Integer.parseInt(rest.substring(0, last)));
        edit(identity, pointer, Json.array(children).write());
        List<Json> into = children(identity, rest.substring(last + 1));
        into.add(moved);
        return edit(identity, rest.substring(last + 1), Json.array(into).write());
      }
    }
    return edit(identity, pointer, Json.array(children).write());
  }

  private Json withIds(String node) throws JsonException {
    StringBuilder out = new StringBuilder();
    for (String part : node.split("(?<=\"(job|group)\":\\{)")) {
      out.append(part);
      if (part.endsWith("\":{") && part.matches("(?s).*\"(job|group)\":\\{")) {
        out.append("\"id\":\"new-").append(++made).append("\",");
      }
    }
    return JsonReader.read(
        out.toString()
            .replace("{\"job\":{", "{\"type\":\"job\",\"job\":{")
            .replace("{\"group\":{", "{\"type\":\"group\",\"group\":{\"readOnly\":false,")
            .replaceAll(
                "\"arguments\":\\{\"(\\w+)Args\"", "\"arguments\":{\"type\":\"$1\",\"$1Args\""));
  }

  List<Json> children(String identity, String pointer) throws Exception {
    Json at = live(identity);
    for (String step : pointer.substring(1).split("/")) {
      at =
          at instanceof Json.Arr list
              ? list.items().get(Integer.parseInt(step))
              : ((Json.Obj) at).get(step);
    }
    return new ArrayList<>(((Json.Arr) at).items());
  }

  /// Removes a part of the live process.
  PullFixture clear(String identity, String pointer) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + id(identity) + "/edit",
        "{\"user\":\"olga\",\"remove\":[\"%s\"]}".formatted(pointer));
    return this;
  }

  /// What a plan would still do and drift would still show; empty if nothing.
  String left() {
    CliCase.CommandResult plan = run("plan", "--detailed-exitcode", "--full");
    CliCase.CommandResult drift = run("drift", "--full");
    return (plan.exit() == 0 ? "" : "plan " + plan.exit() + "\n" + plan.stdout() + plan.stderr())
        + (drift.exit() == 0 ? "" : "drift " + drift.exit() + "\n" + drift.stdout());
  }

  /// Moves the process of a case to the bin, so that the next case finds no similar one.
  void end(String identity) throws Exception {
    cli.send("DELETE", "/processes/" + id(identity));
  }

  /// The identities of all processes in the ledger.
  List<String> identities() throws IOException {
    try (Stream<Path> all = Files.list(ledger())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - 5))
          .sorted()
          .toList();
    }
  }
}
