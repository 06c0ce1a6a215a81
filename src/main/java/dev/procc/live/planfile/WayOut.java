package dev.procc.live.planfile;

import java.util.List;
import java.util.function.UnaryOperator;

/// A way out of a refusal.
///
/// @param action a command, or what to do in words
/// @param cost what follows from it, in one clause
public record WayOut(String action, String cost) {
  /// What follows if an edit stays that a plan would undo.
  public static final String CHANGE_DROPPED = "and this change does not happen";

  /// The ways to settle edits made in Workiva without undoing them, the mildest first.
  ///
  /// @param address of the edit; for several the key of the process
  /// @param ifKept what follows if they stay: `and this change does not happen`
  public static List<WayOut> ofEdits(String address, boolean isOne, String ifKept) {
    return List.of(
        new WayOut(
            "procc keep " + address + " --reason TEXT",
            (isOne ? "the edit stays" : "the edits stay")
                + " in Workiva, "
                + ifKept
                + "; TEXT is your reason, --until DAY its last day"),
        new WayOut(
            "procc pull " + address,
            (isOne ? "the definition takes Workiva's value" : "the definition takes their values")
                + ", and the next plan is smaller"));
  }

  /// Whether it is a command that can be pasted.
  public boolean isCommand() {
    return action.startsWith("procc ") || action.startsWith("git ");
  }

  /// `procc pull close (the definition takes Workiva's value)`.
  public String text() {
    return action + " (" + cost + ")";
  }

  /// A copy with other words.
  public WayOut with(UnaryOperator<String> words) {
    return new WayOut(words.apply(action), words.apply(cost));
  }
}
