package dev.procc.live.plan.compare;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.ProcessFlag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of a definition that only the ledger has to know: whether its process is protected,
/// and what happens to it when the definition is removed.
public final class LedgerSettings {
  private LedgerSettings() {}

  /// The settings that differ from the recorded ones, in sentences without a full stop; empty if
  /// none are recorded.
  public static List<String> changes(DesiredProcess desired, @Nullable LedgerEntry entry) {
    List<String> changes = new ArrayList<>();
    if (entry == null) {
      return changes;
    }
    boolean isProtected = desired.is(ProcessFlag.PROTECTED);
    if (entry.definition().protect() != isProtected) {
      changes.add(
          "apply notes in the ledger that it is "
              + (isProtected ? "protected" : "no longer protected"));
    }
    if (entry.definition().onRemoval() != desired.onRemoval()) {
      changes.add(
          "apply notes in the ledger that it "
              + (desired.onRemoval() == RemovalPolicy.TRASH ? "goes to the bin" : "stays")
              + " when its definition is removed");
    }
    return changes;
  }
}
