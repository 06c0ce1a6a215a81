package dev.procc.app.review;

import java.util.EnumSet;
import java.util.Set;

/// The outcome of the plan that a comment shows, by the exit code of the last command.
enum PlanOutcome {
  APPLIED("applied", "**Applied**: what is below was carried out and read back."),
  FAILED(
      "failed", "**Failed**: the log of the job says why, `procc state list` what was not ended."),
  INVALID(
      "invalid",
      "**No longer valid**: the definitions have errors, and what is below is of an"
          + " older version."),
  REFUSED("refused", "**Refused**: a safety rule said no. Nothing was written to Workiva."),
  SUPERSEDED(
      "superseded",
      "**Superseded**: what would happen now is not what is below. Nothing was"
          + " written to Workiva; plan again."),
  PARTLY(
      "partly",
      "**Applied in part**: `procc state list` shows what was not ended; `procc apply --resume`"
          + " goes on."),
  STOPPED("stopped", "**Stopped** before its end: `procc apply --resume` goes on.");

  /// The outcomes after which something may have been written to Workiva.
  private static final Set<PlanOutcome> WRITTEN = EnumSet.of(APPLIED, PARTLY, STOPPED);

  private final String word;
  private final String text;

  PlanOutcome(String word, String text) {
    this.word = word;
    this.text = text;
  }

  String word() {
    return word;
  }

  /// The text, a paragraph of Markdown.
  ///
  /// @param before each command: `PROCC_STATE=branch `; empty for nothing
  /// @param after each command: ` --target prod`
  String text(String before, String after) {
    return text.replaceAll("`(procc [^`]*)`", "`" + before + "$1" + after + "`");
  }

  /// Whether it may take the place of an earlier one. A job that runs again finds the plan stale
  /// because of what was written before, which is still what became of it.
  ///
  /// @param earlier the word of the earlier one; empty if there is none
  boolean mayReplace(String earlier) {
    if (earlier.equals(APPLIED.word)) {
      return false;
    }
    return WRITTEN.contains(this) || WRITTEN.stream().noneMatch(each -> each.word.equals(earlier));
  }

  /// The outcome for an exit code.
  static PlanOutcome of(int exit) {
    return switch (exit) {
      case 0, 2 -> APPLIED;
      case 3 -> INVALID;
      case 4 -> REFUSED;
      case 5 -> SUPERSEDED;
      case 6 -> PARTLY;
      case 130 -> STOPPED;
      default -> FAILED;
    };
  }
}
