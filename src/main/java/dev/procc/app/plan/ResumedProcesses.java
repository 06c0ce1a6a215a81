package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.base.finding.Spelling;
import dev.procc.base.text.Glob;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.SeenProcess;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The choice of the processes to resume: an interrupted apply must be found under any of its
/// names.
public final class ResumedProcesses {
  private ResumedProcesses() {}

  /// The identities in the ledger that have one of these names.
  ///
  /// @param words keys with or without their period, globs, and ids of runs to which tasks are
  ///   added; empty for all processes
  /// @throws Failure if a word names no process
  public static Set<String> named(LedgerStore store, String target, List<String> words)
      throws Failure {
    Set<String> named = new LinkedHashSet<>();
    try {
      List<LedgerEntry> entries = words.isEmpty() ? List.of() : store.list(target);
      List<String> known = entries.stream().map(LedgerEntry::identity).toList();
      for (String word : words) {
        List<String> meant = new ArrayList<>(ProcessLookup.find(word, known));
        for (LedgerEntry entry : entries) {
          if (Glob.isPattern(word) && Glob.matches(word, entry.identity(), "")
              || isAddedTo(entry, word)) {
            meant.add(entry.identity());
          }
        }
        if (meant.isEmpty()) {
          throw Failure.noMatch(
              "nothing is recorded of \"" + word + "\" on target " + target,
              Spelling.hint(word, known).orElse("procc apply --resume goes on with all"));
        }
        named.addAll(meant);
      }
      return named;
    } catch (LedgerException e) {
      throw Failure.error(String.valueOf(e.getMessage()), e.help());
    }
  }

  private static boolean isAddedTo(LedgerEntry entry, String run) {
    SeenProcess seen = entry.pending() == null ? null : entry.pending().subject().created();
    return seen != null && seen.id().equals(run);
  }
}
