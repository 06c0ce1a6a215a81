package dev.procc.live.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.apply.ProcessRuns;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.outcome.ProcessResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.view.live.EvidenceText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests what the log tells of writes that were not ours, whatever records stand between.
final class EvidenceLogTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    apply("Close");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void apply(String name) throws Exception {
    bench
        .apply()
        .withEvidence(bench.evidenceWriter())
        .run(bench.plan(ApplyFixture.close(name, "Reconcile")));
  }

  private void edit() throws Exception {
    bench.control(
        "POST", "/processes/" + bench.entry(KEY).id() + "/edit", "{'set':{'/autoClose':true}}");
  }

  private String run() throws Exception {
    return new ProcessRuns(bench.context(bench.store), bench.evidenceWriter())
        .start(KEY, EnumSet.noneOf(StartOption.class));
  }

  /// The numbers of the records before which somebody else wrote.
  private List<Integer> gaps() throws Exception {
    return bench.log(KEY).gaps().stream().map(EvidenceLog.RevisionGap::record).toList();
  }

  @Test
  void anEditBeforeARunIsTold() throws Exception {
    edit();
    run();
    assertEquals(List.of(1), gaps());
  }

  @Test
  void anEditAroundARecordWithoutARevisionIsTold() throws Exception {
    ProcessResult seen =
        ProcessResult.withoutDetails(
            KEY, "Close", "confirm", new ProcessResult.Conclusion(Verdict.APPLIED, "seen", ""));
    bench.evidenceWriter().write(bench.settings, null, seen, List.of());
    assertEquals(2, bench.log(KEY).records().size());
    edit();
    apply("Close 2");
    apply("Close 3");
    assertEquals(List.of(1), gaps());
  }

  @Test
  void aGapIsShownOnceAmongRecordsOfTheSameSecond() throws Exception {
    edit();
    apply("Close 2");
    apply("Close 3");
    String text = EvidenceText.render(bench.log(KEY), List.of()).toString();
    assertEquals(2, text.split("not by procc", -1).length, text);
  }
}
