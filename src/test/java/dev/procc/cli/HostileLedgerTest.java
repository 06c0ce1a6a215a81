package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change can write the ledger as well: a record that names the process of another definition is
/// refused before anything is planned or done by it.
class HostileLedgerTest {
  @TempDir Path folder;

  @Test
  void aRecordWithTheProcessOfAnotherDefinitionIsRefused() throws IOException {
    HostileProject.writeSound(folder, List.of("a", "b", "c", "d"), "");
    try (EmulatedCli server = new EmulatedCli()) {
      assertEquals(0, server.run(folder, "apply", "--yes", "p0").exit());
      Path record = record("p0");
      String processes = server.send("GET", "/processes");
      Path stolen = record.resolveSibling("p3.json");
      String text = Files.readString(record);
      Files.writeString(stolen, text.replace("\"identity\": \"p0\"", "\"identity\": \"p3\""));
      for (String line :
          List.of("plan", "plan p3", "apply --yes p3", "trash p3 --yes", "rollback p3 --yes")) {
        CliCase.CommandResult result = server.run(folder, line.split(" ", -1));
        assertTrue(result.exit() != 0, line + ": " + result.stdout());
        assertTrue(
            result.stderr().contains("p0 and p3 are recorded with the same process"),
            line + ": " + result.stderr());
      }
      assertEquals(processes, server.send("GET", "/processes"));
      assertEquals(0, server.run(folder, "state", "forget", "p3", "--yes").exit());
      assertEquals(0, server.run(folder, "apply", "--yes").exit());
    }
  }

  private Path record(String identity) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("procc.state"))) {
      return files.filter(file -> file.endsWith(identity + ".json")).findFirst().orElseThrow();
    }
  }
}
