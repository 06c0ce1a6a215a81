package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.procc.base.git.PlainGit;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.RecordedDefinition;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody else writes the ledger entry of a process while a command asks for confirmation, or
/// between any two of its reads; the test checks that nothing of that entry is lost.
final class RecordMadeSinceTest {
  private static final String KEY = "close@2024-Q4";
  @TempDir Path dir;
  private ApplyFixture bench;

  /// The kind of store, and the moment at which somebody else writes.
  enum Moment {
    BRANCH_WHILE_ASKED,
    BRANCH_BEFORE_THE_LIST,
    BRANCH_AFTER_THE_LIST,
    FOLDER_WHILE_ASKED,
    FOLDER_BEFORE_THE_LIST,
    FOLDER_AFTER_THE_LIST
  }

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir.resolve("bench"));
    Files.createDirectories(dir.resolve("repo"));
    PlainGit.run(dir.resolve("repo"), "init", "-q");
    bench.applied(ApplyFixture.close("Close", "Reconcile"));
    LedgerEntry entry = bench.entry(KEY);
    store(Moment.BRANCH_WHILE_ASKED).save(entry, "as on the bench");
    store(Moment.FOLDER_WHILE_ASKED).save(entry, "as on the bench");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private LedgerStore store(Moment moment) {
    return moment.name().startsWith("BRANCH")
        ? new BranchStore(dir.resolve("repo"), Optional.empty())
        : new FileStore(dir.resolve("folder"));
  }

  /// The change that somebody makes to the entry.
  private interface Change {
    LedgerEntry of(LedgerEntry entry);
  }

  /// A store that has read the entry in question, in which somebody else makes a change at that
  /// moment.
  private LedgerStore whileOther(Moment moment, Change change) throws Exception {
    LedgerStore mine = store(moment);
    mine.list("dev");
    boolean[] done = new boolean[1];
    LedgerStore between =
        new ForwardingStore(mine) {
          private void change() throws LedgerException {
            if (!done[0]) {
              done[0] = true;
              LedgerStore theirs = store(moment);
              theirs.save(change.of(theirs.load("dev", KEY).orElseThrow()), "theirs");
            }
          }

          @Override
          public List<String> identities(String target) throws LedgerException {
            if (moment.name().endsWith("BEFORE_THE_LIST")) {
              change();
            }
            List<String> identities = super.identities(target);
            if (moment.name().endsWith("AFTER_THE_LIST")) {
              change();
            }
            return identities;
          }
        };
    if (moment.name().endsWith("WHILE_ASKED")) {
      LedgerStore theirs = store(moment);
      theirs.save(change.of(theirs.load("dev", KEY).orElseThrow()), "theirs");
    }
    return between;
  }

  @ParameterizedTest
  @EnumSource
  void aWaiverStandsThoughARunIsStarted(Moment moment) throws Exception {
    LedgerStore mine =
        whileOther(
            moment,
            entry ->
                entry.withWaivers(
                    List.of(new DriftWaiver("recon", "title", "agreed", null, null))));
    try {
      new ProcessRuns(bench.context(mine)).start(KEY, Set.of());
    } catch (ApplyException refused) {
      assertEquals(Verdict.REFUSED, refused.verdict());
    }
    assertEquals(1, store(moment).load("dev", KEY).orElseThrow().waivers().size());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsProtectedSinceIsNotTrashed(Moment moment) throws Exception {
    LedgerStore mine =
        whileOther(
            moment,
            entry -> {
              RecordedDefinition was = entry.definition();
              return entry.withDefinition(
                  entry.name(),
                  new RecordedDefinition(was.sourceHash(), true, was.onRemoval(), was.sources()));
            });
    assertThrows(
        ApplyException.class, () -> new ProcessLifecycle(bench.context(mine)).trash(KEY, Set.of()));
    assertEquals(1, bench.live().size());
  }
}
