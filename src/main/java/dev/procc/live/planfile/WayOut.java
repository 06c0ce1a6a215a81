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
            (isOne ? "the edit stays" : "the edits stay")
                + " in Workiva, and what the definition says there does not happen; TEXT is your"
                + " reason; without --until DAY it has no end"),
        new WayOut(
            "procc pull " + address,
            (isOne ? "Workiva's value is" : "their values are")
                + " written into the definition; your own change there is lost"));
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
