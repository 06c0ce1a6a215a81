package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change can contain a new ledger as well: an entry that names the process of another definition
/// is refused before it is used for a plan or an action.
class HostileLedgerTest {
  /// Commands that plan or act by the ledger entry of a process.
  private static final List<String> COMMANDS =
      List.of(
          "plan",
          "plan p3",
          "apply --yes p3",
          "apply --resume",
          "trash p3 --yes",
          "restore p3 --yes",
          "rollback p3 --yes",
          "adopt p3 other --instead",
          "run p3 --yes",
          "status p3",
          "pull p3",
          "drift",
          "keep p3 --reason x");

  @TempDir Path folder;

  private final EmulatedCli server = new EmulatedCli();

  @BeforeEach
  void applyOne() throws IOException {
    HostileProject.writeSound(folder, List.of("a", "b", "c", "d"), "");
    assertEquals(0, server.run(folder, "apply", "--yes", "p0").exit());
  }

  @AfterEach
  void close() {
    server.close();
  }

  /// The file of the ledger entry of a process.
  private Path record(String identity) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("procc.state"))) {
      return files.filter(file -> file.endsWith(identity + ".json")).findFirst().orElseThrow();
    }
  }

  private static Json.Obj read(Path record) throws IOException {
    try {
      return (Json.Obj) JsonReader.read(Files.readString(record));
    } catch (JsonException e) {
      throw new IOException(e);
    }
  }

  /// Checks that no command uses this entry for p3.
  private void isRefused(String what, Json.Obj record) throws IOException {
    Files.writeString(record("p0").resolveSibling("p3.json"), record.pretty());
    String processes = server.send("GET", "/processes");
    for (String line : COMMANDS) {
      CliCase.CommandResult result = server.run(folder, line.split(" ", -1));
      String said = result.stdout() + result.stderr();
      assertTrue(result.exit() != 0, what + ", " + line + ": " + said);
      assertTrue(
          said.contains("p0 and p3 are recorded with the same process"),
          what + ", " + line + ": " + said);
    }
    assertEquals(processes, server.send("GET", "/processes"));
  }

  @Test
  void aRecordWithTheProcessOfAnotherDefinitionIsRefused() throws IOException {
    isRefused("the live one", read(record("p0")).with("identity", Json.of("p3")));
    isMended();
  }

  /// Runs the command that the message names.
  private void isMended() throws IOException {
    assertEquals(0, server.run(folder, "state", "forget", "p3", "--yes").exit());
    assertEquals(0, server.run(folder, "plan", "p0").exit());
  }

  /// With this entry a rollback would restore or trash the process, and a resume would trash it.
  @Test
  void aRecordThatHadTheProcessOfAnotherDefinitionIsRefused() throws IOException {
    Json.Obj own = read(record("p0"));
    assertEquals(0, server.run(folder, "apply", "--yes", "p3").exit());
    Json.Obj honest = read(record("p3"));
    Json id = Json.of(own.text("id").orElseThrow());
    Json.Obj former =
        Json.object()
            .put("id", id)
            .put("replacedAt", "2024-10-01T00:00:00Z")
            .put("trashed", true)
            .build();
    Map<String, Json.Obj> stolen = new LinkedHashMap<>();
    stolen.put("a former one", honest.with("previous", Json.array(List.of(former))));
    for (String member : List.of("old", "created")) {
      for (String step : List.of("switched", "created", "trashing", "restoring", "patching")) {
        Json.Obj pending =
            Json.object()
                .put("step", step)
                .put("hash", "0")
                .put("since", "2024-10-01T00:00:00Z")
                .put(member, id)
                .build();
        stolen.put(step + ", " + member, honest.with("pending", pending));
      }
    }
    for (Map.Entry<String, Json.Obj> each : stolen.entrySet()) {
      isRefused(each.getKey(), each.getValue());
    }
    isMended();
  }

  @Test
  void aProcessThatAnotherDefinitionHasOrHadIsNotAdopted() throws IOException {
    Json.Obj own = read(record("p0"));
    String id = own.text("id").orElseThrow();
    Json.Obj former =
        Json.object()
            .put("id", "other")
            .put("replacedAt", "2024-10-01T00:00:00Z")
            .put("trashed", false)
            .build();
    Files.writeString(record("p0"), own.with("previous", Json.array(List.of(former))).pretty());
    for (String[] each :
        new String[][] {
          {id, id + " is the process of p0"}, {"other", "other is a former process of p0"}
        }) {
      CliCase.CommandResult result = server.run(folder, "adopt", "p3", each[0]);
      assertEquals(4, result.exit(), each[0]);
      String said = result.stdout() + result.stderr();
      assertTrue(said.contains(each[1]), said);
    }
  }
}
