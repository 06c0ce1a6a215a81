package dev.procc.live.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.text.Sha256;
import dev.procc.cli.frame.ExitCode;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.apply.ProcessLifecycle;
import dev.procc.live.apply.ProcessRuns;
import dev.procc.live.apply.ProcessRuns.StartOption;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.recover.TrashRules.TrashOverride;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceWriterTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private ApplyResult run(DesiredProcess... desired) throws Exception {
    return bench.apply().withEvidence(bench.evidenceWriter()).run(bench.plan(desired));
  }

  private void apply(String name) throws Exception {
    ApplyResult result = run(ApplyFixture.close(name, "Reconcile"));
    assertEquals(0, ExitCode.of(result.verdict()), result::toString);
  }

  /// The text of the record with that number.
  private String page(int number) throws Exception {
    return EvidenceRecordText.render(bench.log(KEY).bodies().get(number - 1));
  }

  private void edit(String set) throws Exception {
    bench.control("POST", "/processes/" + bench.entry(KEY).id() + "/edit", "{'set':{" + set + "}}");
  }

  /// The numbers count, whatever their length: the record after 9999 is the last one.
  @Test
  void theRecordAfter9999IsTheLast() throws Exception {
    apply("Close");
    String hash = bench.evidence.readAll("dev", KEY).getFirst().hash();
    EvidenceHead end = new EvidenceHead(9997, "", null);
    bench.store.save(bench.entry(KEY).withEvidence(end, hash), "as if there were that many");
    apply("Close 2");
    apply("Close 3");
    bench.store.delete("dev", KEY, "lost");
    List<String> names = bench.evidence.records("dev", KEY).names();
    assertEquals(
        List.of("0001", "9999", "10000"),
        names.stream().map(name -> name.substring(0, name.indexOf('-'))).toList());
    assertEquals(List.of(), bench.log(KEY).chainErrors());
    assertTrue(page(3).contains("Close 3"), page(3));
  }

  @Test
  void theBranchHasTheSameOrder() throws Exception {
    Process init = new ProcessBuilder("git", "init", "-q").directory(dir.toFile()).start();
    assertEquals(0, init.waitFor());
    BranchStore store = new BranchStore(dir, Optional.empty());
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("9999-a", "10000-b", "10001-a")) {
      files.put(EvidenceStore.folder(KEY) + "/" + name + ".json", "{}");
    }
    store.putFiles("dev", files, "records");
    assertEquals(
        List.of("9999-a", "10000-b", "10001-a"),
        new BranchEvidenceStore(store).records("dev", KEY).names());
  }

  @Test
  void eachApplyLeavesARecordThatFollowsTheOneBefore() throws Exception {
    apply("Close");
    apply("Close 2");
    edit("'/autoClose':true");
    apply("Close 3");
    EvidenceLog log = bench.log(KEY);
    assertEquals(3, log.bodies().size());
    assertEquals(List.of(), log.chainErrors());
    assertEquals(1, log.gaps().size(), log::toString);
    assertEquals(3, bench.entry(KEY).history().evidence().count());
    Json.Obj second = log.bodies().get(1);
    assertEquals("patch", second.obj("result").orElseThrow().text("action").orElseThrow());
    assertTrue(page(3).contains("\"Close 2\" -> \"Close 3\""), page(3));
  }

  /// A record says who requested and approved the change, what changed and why, the checks,
  /// warnings and calls, and the hash that people saw.
  @Test
  void aRecordTellsWhatAnAuditorAsks() throws Exception {
    apply("Close");
    apply("Close 2");
    String text = page(2);
    for (String line :
        List.of(
            "Done by        dana@build-7\n",
            "Asked by       Dana Whitfield, commit 4f2a91c\n",
            "Approved by    Kim Ito\n",
            "Plan shown     5e1d, applied as shown\n",
            "Changed        name: \"Close\" -> \"Close 2\" (in place",
            "Failed         somebody approves their own work: Task one\n",
            "Checked        no due date is on a day off\n",
            "Warning        PC308 approves-own-work a.yaml:3: Task one: \"Kim\" approves her own"
                + " work\n",
            "1 change, read back: as predicted\n")) {
      assertTrue(text.contains(line), () -> line + " is not in\n" + text);
    }
  }

  /// The dates of 3,000 tasks are megabytes: what the next plan needs comes before them, and
  /// nothing after it is read.
  @Test
  void warningsAreReadWithoutWhatStandsBehindThem() throws Exception {
    apply("Close");
    Path folder = dir.resolve("evidence");
    EvidenceFile file = bench.evidence.readAll("dev", KEY).getFirst();
    int end = file.json().indexOf("\n  \"result\"");
    assertTrue(0 < end && end < file.json().indexOf("\n  \"dates\""), file.json());
    assertEquals(-1, file.json().indexOf("\n        "), "an item is one line");
    FolderEvidenceStore cut = new FolderEvidenceStore(folder, bench.store);
    EvidenceHead none = EvidenceHead.NONE;
    cut.add(
        "cut", KEY, new EvidenceFile(file.name(), file.json().substring(0, end), ""), null, none);
    EvidenceLog.Newest newest = new EvidenceLog.Newest(cut, "cut", KEY);
    Json.Obj warnings = newest.warnings();
    assertNotNull(warnings);
    assertEquals(1, warnings.items(EvidenceLog.WARNINGS).size());
    assertEquals(2, warnings.integer(EvidenceLog.STANDING).orElseThrow());
    assertNull(newest.get(0));
  }

  @Test
  void whatAFlagLiftedAndWhatIsKeptAreOnRecord() throws Exception {
    apply("Close");
    edit("'/name':'Theirs','/autoClose':false");
    LedgerEntry entry = bench.entry(KEY);
    bench.store.save(
        entry.withWaivers(
            List.of(new DriftWaiver("", "autoClose", "asked by Kim", "2025-01-31", "dana-w"))),
        "kept");
    bench.overrides = PlanOverrides.NONE.withLifted(SafetyRule.OVERWRITE, Set.of(KEY + ":name"));
    apply("Ours");
    String text = page(2);
    assertTrue(text.contains("\"Theirs\" -> \"Ours\""), text);
    assertTrue(text.contains("(by --overwrite-live " + KEY + ":name)"), text);
    assertTrue(text.contains("autoClose as in Workiva: asked by Kim, until Fri 2025-01-31"), text);
  }

  @Test
  void runsRollbacksAndTheBinAreOnRecord() throws Exception {
    apply("Close");
    run(ApplyFixture.closeWithMore("Close"));
    ProcessLifecycle lifecycle =
        new ProcessLifecycle(bench.context(bench.store), bench.evidenceWriter());
    lifecycle.rollback(KEY, Set.of());
    edit("'/name':'Theirs'");
    lifecycle.trash(KEY, Set.of(TrashOverride.CHANGED));
    lifecycle.restore(KEY, Set.of());
    String run =
        new ProcessRuns(bench.context(bench.store), bench.evidenceWriter())
            .start(KEY, Set.of(StartOption.COMPLETION_MAIL));
    List<String> actions = new ArrayList<>();
    for (Json.Obj record : bench.log(KEY).bodies()) {
      actions.add(record.obj("result").orElseThrow().text("action").orElseThrow());
    }
    assertEquals(List.of("create", "replace", "rollback", "trash", "restore", "run"), actions);
    assertEquals(List.of(), bench.log(KEY).chainErrors());
    assertTrue(page(4).contains("edited in Workiva since the last apply (by --changed)"), page(4));
    assertTrue(page(6).contains("Run " + run + " started"), page(6));
  }

  /// A rollback that fails half-way has changed something as well.
  @Test
  void whatWasDoneBeforeAFailureIsOnRecord() throws Exception {
    apply("Close");
    run(ApplyFixture.closeWithMore("Close"));
    bench.fault("{'on':'trashProcess','do':'fail-before','status':500,'times':0}");
    ProcessLifecycle lifecycle =
        new ProcessLifecycle(bench.context(bench.store), bench.evidenceWriter());
    assertThrows(ApplyException.class, () -> lifecycle.rollback(KEY, Set.of()));
    assertEquals(3, bench.log(KEY).bodies().size());
    assertTrue(page(3).contains("rollback: partial"), page(3));
  }

  /// The program is killed while it writes the record, and a resume follows within the same second.
  @Test
  void whatIsLeftOfARecordThatWasNotWrittenIsNoTampering() throws Exception {
    apply("Close");
    LedgerEntry entry = bench.entry(KEY);
    EvidenceHead head = entry.history().evidence();
    bench.store.save(
        entry
            .withOwedRecord(
                new EvidenceHead.OwedRecord("patch", "applied", "", "2024-10-01T00:00:00Z", null))
            .withEvidenceBegun(head, "ab".repeat(32)),
        "evidence begun");
    Path folder = dir.resolve("procc.state/dev/evidence/" + KEY);
    String name = "0002-20260105T090000Z";
    Files.writeString(folder.resolve(name + ".txt"), "of a record that never was");
    Files.writeString(folder.resolve("." + name + ".json.0123.part"), "{\n\"formatVersion\": ");
    bench.apply().withEvidence(bench.evidenceWriter()).resume();
    assertEquals(List.of(), bench.log(KEY).chainErrors());
    assertEquals(name, bench.evidence.readAll("dev", KEY).getLast().name());
    bench.evidence.move("dev", KEY, "other");
    assertEquals(2, bench.evidence.readAll("dev", "other").size());
  }

  @Test
  void whatCannotBeRecordedIsNotDone() throws Exception {
    apply("Close");
    run(ApplyFixture.closeWithMore("Close"));
    Path folder = dir.resolve("procc.state/dev/evidence");
    Files.move(folder, dir.resolve("elsewhere"));
    Files.writeString(folder, "in the way");
    bench.calls.clear();
    ProcessLifecycle lifecycle =
        new ProcessLifecycle(bench.context(bench.store), bench.evidenceWriter());
    ProcessRuns runs = new ProcessRuns(bench.context(bench.store), bench.evidenceWriter());
    assertEquals(Verdict.FAILED, run(ApplyFixture.close("Other", "Reconcile")).verdict());
    for (Executable call :
        List.<Executable>of(
            () -> lifecycle.trash(KEY, Set.of()),
            () -> lifecycle.rollback(KEY, Set.of()),
            () -> runs.start(KEY, Set.of(StartOption.COMPLETION_MAIL)))) {
      assertEquals(Verdict.FAILED, assertThrows(ApplyException.class, call).verdict());
    }
    assertEquals(
        List.of(),
        bench.calls.stream().filter(c -> !c.matches("LIST|GET|VALIDATE.*|CANARY")).toList());
  }

  /// An interrupted apply is not continued either.
  @Test
  void whatCannotBeRecordedIsNotResumed() throws Exception {
    apply("Close");
    bench.fault("{'on':'trashProcess','do':'fail-before','status':500,'times':0}");
    run(ApplyFixture.closeWithMore("Close"));
    assertNotNull(bench.entry(KEY).pending(), "the fault hit nothing");
    Path folder = dir.resolve("procc.state/dev/evidence");
    Files.move(folder, dir.resolve("elsewhere"));
    Files.writeString(folder, "in the way");
    bench.calls.clear();
    LedgerEntry before = bench.entry(KEY);
    ApplyResult resumed = bench.apply().withEvidence(bench.evidenceWriter()).resume();
    assertEquals(Verdict.FAILED, resumed.verdict(), resumed::toString);
    assertFalse(bench.calls.stream().anyMatch(c -> c.startsWith("DELETE")), bench.calls::toString);
    assertEquals(before, bench.entry(KEY));
  }

  // The chain

  private Path folder() {
    return dir.resolve("procc.state/dev/evidence/" + KEY);
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private List<String> errors() throws Exception {
    return bench.log(KEY).chainErrors();
  }

  @Test
  void eachRecordThatWasChangedOrTakenOutIsNamed() throws Exception {
    for (String name : List.of("A", "B", "C")) {
      apply(name);
    }
    for (int number = 1; number <= 3; number++) {
      Path json = files(".json").get(number - 1);
      Path page = files(".txt").get(number - 1);
      String record = Files.readString(json);
      String text = Files.readString(page);
      Files.writeString(json, record.replace("Dana", "Mallory"));
      assertEquals(List.of("record " + number + " was changed"), errors());
      Files.writeString(json, "{");
      assertEquals(
          List.of("record " + number + " was changed", "record " + number + " is not JSON"),
          errors().stream().filter(about(number)).toList());
      Files.delete(json);
      assertEquals(List.of("record " + number + " is missing"), errors());
      Files.writeString(json, record);
      Files.writeString(page, text.replace("Dana", "Mallory"));
      assertEquals(List.of("the text of record " + number + " was changed"), errors());
      Files.delete(page);
      assertEquals(List.of("the text of record " + number + " is missing"), errors());
      Files.writeString(page, text);
      assertEquals(List.of(), errors());
    }
  }

  private static Predicate<String> about(int number) {
    return error -> error.contains("record " + number + " ");
  }

  @Test
  void aChainThatWasCutOrEmptiedIsNamed() throws Exception {
    for (String name : List.of("A", "B", "C")) {
      apply(name);
    }
    List<Path> records = files(".json");
    Files.delete(records.get(2));
    Files.delete(records.get(1));
    assertEquals(List.of("records 2 to 3 are missing"), errors());
    Files.delete(records.get(0));
    assertEquals(List.of("records 1 to 3 are missing"), errors());
    apply("D");
    assertEquals(List.of("records 1 to 3 are missing"), errors(), "an apply heals nothing");
  }

  @Test
  void aRecordThatSomebodyPutThereIsNamed() throws Exception {
    apply("A");
    apply("B");
    Path last = files(".json").get(1);
    String json = Files.readString(last);
    String forged =
        json.replaceFirst(
            "\"previousRecord\": \"[0-9a-f]+\"",
            "\"previousRecord\": \"" + Sha256.hex(json) + "\"");
    Files.writeString(folder().resolve("0003-20241001T000000Z.json"), forged);
    assertEquals(
        List.of(
            "record 3 is not in the ledger: somebody put it there",
            "the text of record 3 is missing"),
        errors());
    apply("C");
    assertEquals(2, errors().size(), "an apply does not make it true");
    Files.writeString(
        folder().resolve("0009-20241001T000000Z.json"), json.replace("\"dev\"", "\"prod\""));
    assertTrue(errors().contains("record 9 is of target prod"), errors()::toString);
  }

  @Test
  void aLedgerWithoutAnEndOfTheChainStaysReadable() throws Exception {
    apply("A");
    apply("B");
    Path entry = dir.resolve("procc.state/dev/" + KEY + ".json");
    Files.writeString(
        entry, Files.readString(entry).replaceFirst(",\\s*\"evidence\": \\{[^}]*\\}", ""));
    assertNull(bench.entry(KEY).history().evidence());
    assertEquals(List.of(), errors());
    String first = Files.readString(files(".json").get(0));
    Files.writeString(files(".json").get(0), first.replace("Dana", "Mallory"));
    assertEquals(List.of("record 2 does not follow the one before it"), errors());
    Files.writeString(files(".json").get(0), first);
    apply("C");
    assertEquals(3, bench.entry(KEY).history().evidence().count());
    Files.delete(files(".json").get(2));
    assertEquals(List.of("record 3 is missing"), errors());
  }

  /// The ledger has forgotten the process, and its first record was removed: the next record takes
  /// no name that is in use, and repairs nothing. A number that is too large is not continued.
  @Test
  void aChainWithoutItsFirstRecordsGoesOn() throws Exception {
    apply("A");
    apply("B");
    Files.delete(files(".json").get(0));
    Files.delete(files(".txt").get(0));
    Path entry = dir.resolve("procc.state/dev/" + KEY + ".json");
    Files.writeString(
        entry, Files.readString(entry).replaceFirst(",\\s*\"evidence\": \\{[^}]*\\}", ""));
    apply("C");
    assertEquals(3, bench.entry(KEY).history().evidence().count());
    assertEquals(List.of("record 1 is missing"), errors());
    Files.writeString(folder().resolve("999999999-20241001T000000Z.json"), "{}");
    Files.writeString(
        entry, Files.readString(entry).replaceFirst(",\\s*\"evidence\": \\{[^}]*\\}", ""));
    apply("D");
    assertEquals(4, bench.entry(KEY).history().evidence().count());
  }

  /// A program that is killed between two files leaves nothing that looks like tampering.
  @Test
  void aRecordBegunCountsWhenItIsThere() throws Exception {
    apply("A");
    EvidenceHead one = bench.entry(KEY).history().evidence();
    apply("B");
    LedgerEntry entry = bench.entry(KEY);
    String second = Sha256.hex(Files.readString(files(".json").get(1)));
    bench.store.save(entry.withEvidenceBegun(one, second), "killed after the record");
    assertEquals(List.of(), errors());
    bench.store.save(entry.withEvidenceBegun(entry.history().evidence(), "0".repeat(64)), "before");
    assertEquals(List.of(), errors());
    apply("C");
    assertEquals(List.of(), errors());
    assertEquals(3, bench.log(KEY).bodies().size());
  }
}
