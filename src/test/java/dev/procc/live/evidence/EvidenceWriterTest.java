package dev.procc.live.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.ToolVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceWriterTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;

  private void apply(ApplyFixture bench, EvidenceStore store, DesiredProcess desired)
      throws Exception {
    Map<String, String> change = new LinkedHashMap<>();
    change.put("commit", "4f2a91c");
    change.put("approver", "Dana Whitfield");
    EvidenceWriter evidence =
        new EvidenceWriter(
            store,
            new EvidenceWriter.EvidenceContext(
                new ToolVersion("procc", "0.1.0"), change, "5e1d", 2),
            bench.time);
    assertEquals(
        0, ExitCode.of(bench.apply().withEvidence(evidence).run(bench.plan(desired)).verdict()));
  }

  @Test
  void eachApplyLeavesARecordThatFollowsTheOneBefore() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      FolderEvidenceStore store = new FolderEvidenceStore(dir.resolve("procc.state"));
      apply(bench, store, ApplyFixture.close("Close", "Reconcile"));
      apply(bench, store, ApplyFixture.close("Close 2", "Reconcile"));
      bench.control(
          "POST", "/processes/" + bench.entry(KEY).id() + "/edit", "{'set':{'/autoClose':true}}");
      apply(bench, store, ApplyFixture.close("Close 3", "Reconcile"));
      EvidenceLog log = EvidenceLog.read(store, "dev", KEY);
      assertEquals(3, log.records().size());
      assertEquals(List.of(), log.chainErrors());
      assertEquals(1, log.findGaps().size(), log::toString);
      Json.Obj second = log.records().get(1);
      assertEquals("patch", second.obj("result").orElseThrow().text("action").orElseThrow());
      String text = EvidenceRecordText.render(second);
      assertTrue(text.contains("approver       Dana Whitfield\n"), text);
      assertTrue(text.contains("read back: as foretold"), text);
      assertEquals(1, bench.store.list("dev").size());
    }
  }

  @Test
  void aRecordThatWasChangedOrTakenOutShows() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      FolderEvidenceStore store = new FolderEvidenceStore(dir.resolve("evidence"));
      for (String name : List.of("A", "B", "C")) {
        apply(bench, store, ApplyFixture.close(name, "Reconcile"));
      }
      Path folder = dir.resolve("evidence/dev/evidence/" + KEY);
      Path middle;
      try (Stream<Path> files = Files.list(folder)) {
        middle = files.filter(f -> f.toString().endsWith(".json")).sorted().toList().get(1);
      }
      String json = Files.readString(middle);
      Files.writeString(middle, json.replace("Dana", "Kim"));
      assertEquals(
          List.of("record 3 does not follow the one before it"),
          EvidenceLog.read(store, "dev", KEY).chainErrors());
      Files.delete(middle);
      assertEquals(
          List.of("record 2 does not follow the one before it"),
          EvidenceLog.read(store, "dev", KEY).chainErrors());
    }
  }
}
