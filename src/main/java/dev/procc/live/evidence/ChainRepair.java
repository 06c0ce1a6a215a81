package dev.procc.live.evidence;

import dev.procc.base.text.Plural;
import dev.procc.base.text.ShellWord;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.planfile.WayOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/// The steps after records were found missing or changed: the history of the ledger in git says who
/// did it, and has what was there.
final class ChainRepair {
  private static final int MAX_COMMANDS = 3;

  private ChainRepair() {}

  /// The steps in their order.
  ///
  /// @param numbers of the records that are missing or were changed
  static List<WayOut> steps(
      EvidenceStore store, String target, String identity, SortedSet<Integer> numbers) {
    String folder = "procc.state/" + target + "/" + EvidenceStore.folder(identity);
    List<WayOut> steps = new ArrayList<>();
    BranchStore branch = store.ledger() instanceof BranchStore ledger ? ledger : null;
    if (branch != null) {
      steps.add(
          new WayOut(
              (branch.hasRemote() ? "git fetch && " : "")
                  + "git worktree add ../records "
                  + branch.branch(target),
              "the records are in that folder then: the next commands are for it"));
    }
    steps.add(
        new WayOut(
            "git log --stat -- " + ShellWord.quoted(folder),
            "shows who removed, changed or added a record, and when"));
    addRestores(steps, folder, numbers);
    if (!numbers.isEmpty()) {
      steps.add(
          new WayOut(
              "git diff --cached --quiet || git commit -m \"Restore records\""
                  + (branch != null && branch.hasRemote() ? " && git push" : ""),
              branch == null
                  ? "and push it: git's history then says who restored them"
                  : "the branch has them again"));
    }
    steps.add(
        new WayOut(
            "tell the owner of the process and its auditors",
            "with what git log shows: procc never changes a record"));
    return steps;
  }

  private static void addRestores(List<WayOut> steps, String folder, SortedSet<Integer> numbers) {
    int shown = 0;
    for (int number : numbers) {
      if (shown++ == MAX_COMMANDS) {
        steps.add(
            new WayOut(
                "the same for " + Plural.of(numbers.size() - MAX_COMMANDS, "other record"),
                "with their numbers"));
        break;
      }
      steps.add(
          new WayOut(
              restore(folder + "/" + String.format(Locale.ROOT, "%04d", number) + "-*"),
              "brings record " + number + " back as it was first committed"));
    }
  }

  private static String restore(String files) {
    String quoted = ShellWord.quoted(files);
    return "git checkout $(git log --diff-filter=A --format=%h -- "
        + quoted
        + " | tail -1) -- "
        + quoted;
  }
}
