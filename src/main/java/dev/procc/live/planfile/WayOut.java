package dev.procc.live.planfile;

import java.util.List;
import java.util.function.UnaryOperator;

/// A way out of a refusal.
///
/// @param action a command, or what to do in words
/// @param cost what follows from it, in one clause
public record WayOut(String action, String cost) {
  /// The ways to settle edits made in Workiva without undoing them, the mildest first.
  ///
  /// @param address of the edit; for several the key of the process
  public static List<WayOut> ofEdits(String address, boolean isOne) {
    return List.of(
        new WayOut(
            "procc keep " + address + " --reason TEXT",
            "what Workiva has there stays, and what the definition says there does not happen; TEXT"
                + " is your reason; without --until DAY it has no end"),
        new WayOut(
            "procc pull " + address,
            (isOne ? "Workiva's value is" : "Workiva's values are")
                + " written into the definition, over what it says there; if that would change"
                + " more, it writes nothing and lists the ways"));
  }

  /// The way to undo edits that no command undoes.
  public static WayOut undoByHand(String cost) {
    return new WayOut("undo it in Workiva", cost);
  }

  /// What follows from undoing edits made in Workiva, or differences that may be none.
  ///
  /// @param unknown the number of values where nobody knows whether they were edited; otherwise 0
  /// @param replaces whether a new process takes the place of the live one
  public static String costOfOverwriting(int unknown, boolean replaces) {
    String lost =
        unknown == 0
            ? SafetyRule.OVERWRITE.liftCost()
            : unknown == 1
                ? "Workiva's value is lost, edited there or not"
                : "Workiva's " + unknown + " values are lost, edited there or not";
    String told = lost + "; add --reason and why, for the record";
    return replaces
        ? told
            + "; the process is replaced: sharing, links, reminders, comments and attachments are"
            + " not carried over"
        : told;
  }

  /// The words that say how several ways are ordered; empty for one.
  public static String order(int count) {
    return count < 2 ? "" : ", the mildest way first";
  }

  /// Whether it is a command that can be pasted.
  public boolean isCommand() {
    return action.startsWith("procc ") || action.startsWith("git ");
  }

  /// The action in a line of its own, so that a command can be copied, and the cost in the next.
  public String lines() {
    return action + "\n  " + cost;
  }

  /// A copy with other words.
  public WayOut with(UnaryOperator<String> words) {
    return new WayOut(words.apply(action), words.apply(cost));
  }
}
