package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If a plan would replace a process, it offers manual edits after which nothing is replaced. The
/// test makes these edits as the plan names them, and compares the next plan with what the first
/// one said.
class EditsByHandTest {
  private static final String KEY = "close@2024-Q4";

  private final EmulatedCli cli = new EmulatedCli(TenChanges.BEFORE);
  @TempDir private Path folder;
  private Path project;

  @ParameterizedTest
  @ValueSource(strings = {"holiday", "approver", "parallel"})
  void theyEmptyThePlan(String change) throws Exception {
    try (cli) {
      project = folder.resolve(change);
      Folders.copy(Path.of("samples/q4-close"), project);
      Folders.delete(project.resolve("rendered"));
      run(0, "apply", "--yes");
      for (TenChanges.Edit edit : TenChanges.CHANGES.getOrDefault(change, List.of())) {
        edit.make(project);
      }
      String offer = run(0, "plan", "--save", "p.json");
      Json.Obj plan =
          (Json.Obj)
              ((Json.Obj) JsonReader.read(Files.readString(project.resolve("p.json"))))
                  .items("processes")
                  .getFirst();
      List<Json> paths = plan.items("replacePaths");
      long places =
          paths.stream().map(path -> ((Json.Obj) path).text("address")).distinct().count();
      String where = places == paths.size() ? "" : " (in " + places + " places)";
      String offered =
          "make these " + paths.size() + " edits" + where + " by hand in Workiva first";
      assertTrue(offer.replaceAll("\\s+", " ").contains(offered), offer);
      Map<String, String> pointers = pointers();
      for (Json item : paths) {
        Json.Obj path = (Json.Obj) item;
        String field = path.text("field").orElseThrow();
        set(
            pointers.get(path.text("address").orElseThrow()) + "/" + field,
            after(plan, path.text("address").orElseThrow(), field));
      }
      String left = run(0, "plan");
      assertFalse(left.contains("REPLACE") || left.contains("refused"), left);
      run(0, "apply", "--yes");
      run(0, "plan", "--detailed-exitcode");
    }
  }

  private static Json after(Json.Obj plan, String address, String field) {
    for (Json item : plan.items("changes")) {
      Json.Obj change = (Json.Obj) item;
      if (change.text("address").orElse("").equals(address)
          && change.text("field").orElse("").equals(field)) {
        return change.get("after");
      }
    }
    throw new AssertionError(address + ":" + field + " does not change");
  }

  private String run(int exit, String... words) {
    CliCase.CommandResult result = cli.run(project, words);
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return result.stdout();
  }

  private Json.Obj entry() throws Exception {
    Path file = project.resolve("procc.state/local/" + KEY + ".json");
    return (Json.Obj) JsonReader.read(Files.readString(file));
  }

  private void set(String pointer, Json value) throws Exception {
    cli.send(
        "POST",
        "/_emulator/processes/" + entry().text("id").orElseThrow() + "/edit",
        "{\"user\":\"olga\",\"set\":{\"" + pointer + "\":" + value.write() + "}}");
  }

  /// The JSON pointers to the arguments of each job and the fields of each group of the live
  /// process, by the addresses of the ledger.
  private Map<String, String> pointers() throws Exception {
    Map<String, String> addresses = new TreeMap<>();
    for (Json item : entry().items("nodes")) {
      Json.Obj node = (Json.Obj) item;
      addresses.put(node.text("id").orElseThrow(), KEY + "/" + node.text("path").orElseThrow());
    }
    Map<String, String> pointers = new TreeMap<>();
    Json.Obj live =
        (Json.Obj)
            JsonReader.read(cli.send("GET", "/processes/" + entry().text("id").orElseThrow()));
    walk(live.obj("root").orElseThrow(), "/root", addresses, pointers);
    return pointers;
  }

  private static void walk(
      Json.Obj group, String at, Map<String, String> addresses, Map<String, String> pointers) {
    pointers.put(addresses.getOrDefault(group.text("id").orElseThrow(), ""), at);
    List<Json> children = group.items("children");
    for (int i = 0; i < children.size(); i++) {
      Json.Obj child = (Json.Obj) children.get(i);
      String pointer = at + "/children/" + i;
      if (child.obj("group").isPresent()) {
        walk(child.obj("group").get(), pointer + "/group", addresses, pointers);
      } else {
        Json.Obj job = child.obj("job").orElseThrow();
        Json.Obj arguments = job.obj("arguments").orElseThrow();
        String kind =
            arguments.members().keySet().stream()
                .filter(name -> arguments.get(name) instanceof Json.Obj)
                .findFirst()
                .orElseThrow();
        pointers.put(
            addresses.getOrDefault(job.text("id").orElseThrow(), ""),
            pointer + "/job/arguments/" + kind);
      }
    }
  }
}
