package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day on which a plan is made if nobody states one.
class DefaultAsOfTest {
  private static final Instant NOON = Instant.parse("2024-10-01T12:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void aProcessAndItsLiveBody() throws Exception {
    CliCase.named("plan-live-from").prepare(folder);
  }

  private void zone(String zone) throws Exception {
    Files.writeString(
        folder.resolve("procc.yaml"),
        "procc: v1\nkind: Project\nkey: zones\ndates: { zone: " + zone + " }\n");
  }

  private String asOf(Instant now, String... more) throws Exception {
    String[] words = new String[5 + more.length];
    System.arraycopy(
        new String[] {"plan", "--live-from", "live.json", "--format", "json"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    CliCase.CommandResult result = new InProcessCli(folder).atInstant(now).run(words);
    return ((Json.Obj) JsonReader.read(result.stdout())).text("asOf").orElse(result.stderr());
  }

  @Test
  void withoutAZoneItIsTheDayInUtc() throws Exception {
    assertEquals("2024-10-01", asOf(NOON));
    assertEquals("2024-10-01", asOf(Instant.parse("2024-10-01T23:59:59Z")));
  }

  @Test
  void itIsTheDayWhereTheProjectSays() throws Exception {
    zone("Pacific/Kiritimati");
    assertEquals("2024-10-02", asOf(NOON));
    zone("Pacific/Pago_Pago");
    assertEquals("2024-09-30", asOf(Instant.parse("2024-10-01T10:59:59Z")));
    assertEquals("2024-10-01", asOf(Instant.parse("2024-10-01T11:00:00Z")));
  }

  @Test
  void aDayThatWasGivenWins() throws Exception {
    zone("Pacific/Kiritimati");
    assertEquals("2024-09-15", asOf(NOON, "--as-of", "2024-09-15"));
  }

  @Test
  void aZoneThatIsNoneIsAFinding() throws Exception {
    zone("America/Newyork");
    CliCase.CommandResult result = new InProcessCli(folder).atInstant(NOON).run("lint");
    assertEquals(3, result.exit());
    assertTrue(
        result.stdout().contains("PC134") && result.stdout().contains("America/New_York"),
        result.stdout());
  }
}
