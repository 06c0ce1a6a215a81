package dev.procc.live.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.ToolVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      assertTrue(
          text.contains("Changed        close@2024-Q4:name \"Close\" -> \"Close 2\"\n"), text);
      assertEquals(1, bench.store.list("dev").size());
      String third = EvidenceRecordText.render(log.records().get(2));
      assertTrue(third.contains("\"Close 2\" -> \"Close 3\""), third);
    }
  }

  @Test
  void whatAFlagLiftedIsOnRecord() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      FolderEvidenceStore store = new FolderEvidenceStore(dir.resolve("procc.state"));
      apply(bench, store, ApplyFixture.close("Close", "Reconcile"));
      bench.control(
          "POST", "/processes/" + bench.entry(KEY).id() + "/edit", "{'set':{'/name':'Theirs'}}");
      bench.overrides = PlanOverrides.NONE.withLifted(SafetyRule.OVERWRITE, Set.of(KEY + ":name"));
      apply(bench, store, ApplyFixture.close("Ours", "Reconcile"));
      String text = EvidenceRecordText.render(EvidenceLog.read(store, "dev", KEY).records().get(1));
      assertTrue(text.contains("\"Theirs\" -> \"Ours\""), text);
      assertTrue(text.contains("(by --overwrite-live " + KEY + ":name)"), text);
    }
  }

  @Test
  void whatCannotBeRecordedIsNotDone() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      Path state = dir.resolve("evidence");
      Files.createDirectories(state.resolve("dev"));
      Files.writeString(state.resolve("dev/evidence"), "in the way");
      EvidenceWriter evidence =
          new EvidenceWriter(
              new FolderEvidenceStore(state),
              new EvidenceWriter.EvidenceContext(
                  new ToolVersion("procc", "0.1.0"), Map.of(), "", 0),
              bench.time);
      ApplyResult result =
          bench
              .apply()
              .withEvidence(evidence)
              .run(bench.plan(ApplyFixture.close("Close", "Reconcile")));
      assertEquals(Verdict.FAILED, result.verdict());
      assertEquals(List.of(), bench.live());
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
