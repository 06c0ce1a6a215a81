package dev.procc.language.periods;

import dev.procc.base.finding.Finding;
import dev.procc.language.compile.Compilation;
import dev.procc.model.calendar.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The next period: its file, the compilation of its processes, and what does not follow by itself.
///
/// Nothing is written to disk. The new document is compiled with the project, so that its findings
/// are those of `lint` once it is there.
///
/// @param from the key of the last period
/// @param period the new one
/// @param status of the new one
/// @param path where its file goes
/// @param text of that file
/// @param appended whether it goes into an existing file
/// @param skipped the keys of periods between the two
/// @param compilation of the new period's processes
/// @param issues what a person has to look at, by kind
public record RollForward(
    String from,
    Period period,
    String status,
    String path,
    String text,
    boolean appended,
    List<String> skipped,
    Compilation compilation,
    List<CarryOverIssue> issues) {

  /// The period that is asked for.
  ///
  /// @param from the key of the period to begin with; null: the last one before `to`
  /// @param to the key of the new one; null: the one after `from`
  /// @param status of the new one; null: as before, `open` after a closed one
  public record RollForwardRequest(
      @Nullable String from, @Nullable String to, @Nullable String status) {}

  /// Why there is no next period.
  public enum RefusalKind {
    /// Something that was asked for is not in the project.
    NOT_FOUND,
    /// The request makes no sense.
    USAGE,
    /// Something is in the way that must not be overwritten.
    CONFLICT
  }

  public record RollForwardRefusal(RefusalKind kind, String message, @Nullable String hint) {}

  /// The next period, or why there is none: one of the two.
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
