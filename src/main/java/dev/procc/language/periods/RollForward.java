package dev.procc.language.periods;

import dev.procc.base.finding.Finding;
import dev.procc.language.compile.Compilation;
import dev.procc.model.calendar.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The next period: its file, the compilation of its processes, and what does not carry over.
///
/// Nothing is written to disk. The new document is compiled with the project, so that its findings
/// are those that `lint` will report.
///
/// @param from the key of the last period
/// @param period the new one
/// @param status of the new one
/// @param path of its file
/// @param text of that file
/// @param before the text of that file as it was read; null if it is new
/// @param skipped the keys of periods between the two
/// @param compilation of the new period's processes
/// @param issues for a person to look at, by kind
public record RollForward(
    String from,
    Period period,
    String status,
    String path,
    String text,
    @Nullable String before,
    List<String> skipped,
    Compilation compilation,
    List<CarryOverIssue> issues) {

  /// The request for the next period.
  ///
  /// @param from the key of the period to start from; null for the last one before `to`
  /// @param to the key of the new one; null for the one after `from`
  /// @param status of the new one; null to keep it, but `open` after a closed one
  public record RollForwardRequest(
      @Nullable String from, @Nullable String to, @Nullable String status) {}

  /// The reason why there is no next period.
  public enum RefusalKind {
    /// Something that is named is not in the project.
    NOT_FOUND,
    /// The request is contradictory.
    USAGE,
    /// Something exists that must not be overwritten.
    CONFLICT
  }

  public record RollForwardRefusal(RefusalKind kind, String message, @Nullable String hint) {}

  /// The next period, or the refusal: one of the two is null.
  public record RollForwardResult(
      @Nullable RollForward rollForward, @Nullable RollForwardRefusal refusal) {
    static RollForwardResult refused(RefusalKind kind, String message, @Nullable String hint) {
      return new RollForwardResult(null, new RollForwardRefusal(kind, message, hint));
    }
  }

  /// The findings of the new period, in reading order.
  public List<Finding> findings() {
    return compilation.findings();
  }
}
