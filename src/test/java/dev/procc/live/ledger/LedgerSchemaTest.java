package dev.procc.live.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The ledger that is written matches `schemas/state.schema.json`, and what the ledger's reader
/// refuses the schema refuses too.
class LedgerSchemaTest {
  private static final LedgerEntry FULL =
      LedgerEntry.empty("local", "close@2024-Q4", "http://127.0.0.1:8089")
          .withLive(
              "p2",
              7L,
              "sha256-content",
              List.of(
                  new NodeRecord(
                      "", "p2", Map.of("name", FieldHash.of(Json.of("Close"))), Map.of()),
                  new NodeRecord(
                      "entities/us/recon-ar",
                      "j1",
                      Map.of("title", FieldHash.ofText("a")),
                      Map.of("title", FieldHash.ABSENT))))
          .withBesides("+tags+fields@7")
          .withEdits(FieldHash.ofText("p2 name x"))
          .withDefinition(
              "Close",
              new RecordedDefinition(
                  "sha256-source",
                  true,
                  RemovalPolicy.TRASH,
                  Map.of("close.process.yaml", FieldHash.ofText("a") + FieldHash.ofText("b"))))
          .withFormer(
              new FormerProcess(
                  "p1",
                  "2024-10-01T08:00:00Z",
                  true,
                  List.of(
                      new NodeRecord(
                          "root", "n0", Map.of("name", FieldHash.ofText("a")), Map.of())),
                  "c0"))
          .withRun("r1")
          .withRunRecords(
              List.of(
                  new RunRecord("r1", "root/x", "node", "jr1", "AbCdEf_-", "2024-10-01T08:00:00Z")))
          .withWaivers(
              List.of(new DriftWaiver("root", "dueDate", "agreed", "2024-12-31", "dana-w")))
          .withEvidenceBegun(EvidenceHead.NONE, "ab".repeat(32))
          .withOwedRecord(
              new EvidenceHead.OwedRecord(
                  "replace",
                  "switched",
                  "h",
                  "2024-10-01T08:00:00Z",
                  new Lease("kim", "ci", "m", 8, "2024-10-01T07:00:00Z", "2024-10-01T08:00:00Z")))
          .withPending(
              new PendingStep(
                  "creating",
                  "h",
                  "2024-10-01T08:00:00Z",
                  "2024-10-01T08:00:01.5Z",
                  new PendingStep.StepSubject(
                      new SeenProcess("p1", "c1"),
                      new SeenProcess("p2", "c2"),
                      "i",
                      List.of("p8", "p9"),
                      List.of("keep-old")),
                  new Lease("tom", "ci", "m", 7, "2024-10-01T07:00:00Z", "2024-10-01T08:00:00Z")));

  private final Schema schema = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("schemas/state.schema.json")), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsWrittenIsValid() throws Exception {
    for (LedgerEntry entry : List.of(FULL, LedgerEntry.empty("local", "close", "https://a.b"))) {
      assertEquals(
          List.of(), schema.validate(LedgerFormat.write(entry), InputFormat.JSON), entry.name());
    }
  }

  @Test
  void theFullEntryHasEveryMemberOfTheSchema() throws Exception {
    Json.Obj schema =
        (Json.Obj) JsonReader.read(Files.readString(Path.of("schemas/state.schema.json")));
    Json.Obj entry = LedgerFormat.toJson(FULL);
    assertEquals(
        schema.obj("properties").orElseThrow().members().keySet(), entry.members().keySet());
    assertEquals(
        schema
            .obj("properties")
            .orElseThrow()
            .obj("pending")
            .orElseThrow()
            .obj("properties")
            .orElseThrow()
            .members()
            .keySet(),
        entry.obj("pending").orElseThrow().members().keySet());
  }

  /// What a merge by hand leaves: a member that is lost or of another type is never taken for none.
  /// An entry without its id would create a second process, one without its step would not be
  /// resumed.
  @Test
  void whatTheSchemaRefusesTheReaderRefuses() throws Exception {
    List<String> taken = new ArrayList<>();
    for (Map.Entry<String, Json> mutant : retyped("", LedgerFormat.toJson(FULL)).entrySet()) {
      String text = mutant.getValue().write();
      if (!schema.validate(text, InputFormat.JSON).isEmpty()) {
        try {
          LedgerFormat.read("a.json", text);
          taken.add(mutant.getKey());
        } catch (LedgerException refused) {
          assertTrue(String.valueOf(refused.getMessage()).startsWith("a.json: "));
        }
      }
    }
    assertEquals(List.of(), taken);
  }

  /// Texts without one member, or with another type of value in its place, by the place.
  private static Map<String, Json> retyped(String path, Json json) {
    Map<String, Json> all = new LinkedHashMap<>();
    if (json instanceof Json.Obj object) {
      object
          .members()
          .forEach((name, value) -> {
            all.put(path + "/" + name + " dropped", object.without(name));
            for (Json other : List.of(Json.NULL, Json.of(4711), Json.of("x"), Json.of(true))) {
              if (!(other instanceof Json.Str && value instanceof Json.Str)) {
                all.put(path + "/" + name + " " + other.write(), object.with(name, other));
              }
            }
            retyped(path + "/" + name, value)
                .forEach((at, changed) -> all.put(at, object.with(name, changed)));
          });
    } else if (json instanceof Json.Arr list && !list.items().isEmpty()) {
      retyped(path + "/0", list.items().getFirst())
          .forEach((at, changed) -> all.put(at, Json.array(List.of(changed))));
    }
    return all;
  }

  @Test
  void bothRefuseAMemberThatNobodyKnowsAndOneThatIsMissing() throws Exception {
    Json.Obj entry = LedgerFormat.toJson(FULL);
    for (Json.Obj bad :
        List.of(
            entry.with("extra", Json.of(1)),
            entry.with("formatVersion", Json.of("2.0")),
            entry.with("onRemoval", Json.of("burn")),
            entry.without("target"),
            entry.with("nodes", Json.array(Json.object().put("path", "").build())))) {
      assertFalse(schema.validate(bad.write(), InputFormat.JSON).isEmpty(), bad.write());
      assertThrows(LedgerException.class, () -> LedgerFormat.read("a.json", bad.write()));
    }
  }
}
