package dev.procc.live.planfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LintStatusTest {
  @Test
  void aRunIsToldOfNobodyWhoWasAwayForWhatIsOver() {
    LintStatus all =
        new LintStatus(
            List.of(),
            List.of(),
            7,
            List.of(
                warning("PC309", "Reconcile"),
                warning("PC310", "Reconcile; Review"),
                warning("PC309", "Reconcile; Explain"),
                warning("PC309", "Reconcile and 3 more"),
                warning("PC309", ""),
                warning("PC308", "Reconcile")));
    LintStatus left = all.forRun(List.of(), Set.of("Reconcile", "Review"));
    assertEquals(
        List.of("Reconcile; Explain", "Reconcile and 3 more", "", "Reconcile"),
        left.warnings().stream().map(LintWarning::about).toList());
    assertEquals(5, left.warningCount());
  }

  private static LintWarning warning(String code, String about) {
    return new LintWarning(code, "rule", "a.yaml", 1, "message", about, "", true);
  }
}
