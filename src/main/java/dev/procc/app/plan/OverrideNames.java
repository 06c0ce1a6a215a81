package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.ProcessLookup;
import dev.procc.base.finding.Spelling;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.process.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The check of the processes that flags name (`--replace close@2024-Q4`): a flag for an unknown
/// process lifts nothing, and is a mistake.
public final class OverrideNames {
  private OverrideNames() {}

  /// @param known the identities of the project and of the ledger
  /// @throws Failure if a flag names another one
  public static void check(PlanOverrides overrides, Collection<String> known) throws Failure {
    check("--replace", overrides.replace(), known);
    for (Map.Entry<SafetyRule, Set<String>> lifted : overrides.lifted().entrySet()) {
      check(String.valueOf(lifted.getKey().flag()), lifted.getValue(), known);
    }
  }

  private static void check(String flag, Set<String> named, Collection<String> known)
      throws Failure {
    for (String word : named) {
      String identity = Address.identity(word);
      int colon = identity.lastIndexOf(':');
      String process = colon < 0 ? identity : identity.substring(0, colon);
      if (!word.isEmpty() && !known.contains(process)) {
        List<String> periods = ProcessLookup.find(process, known);
        throw Failure.usage(
            flag + " \"" + word + "\" names no process",
            periods.isEmpty()
                ? Spelling.hint(process, known).orElse(null)
                : "say which period: " + String.join(", ", periods));
      }
    }
  }
}
