package dev.procc.view.values;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commits in which values changed.
///
/// @param subject what was asked for
/// @param commits the newest first
/// @param versionCount how many commits were looked at
/// @param skipped commits whose definitions do not compile
public record BlameReport(
    String subject, List<BlameCommit> commits, int versionCount, List<String> skipped) {
  public BlameReport {
    commits = List.copyOf(commits);
    skipped = List.copyOf(skipped);
  }

  /// A commit that changed values.
  ///
  /// @param date of the commit, ISO with its zone
  /// @param request the pull or merge request, `#12`; empty if the commit names none
  /// @param reached when an apply of it or of a later commit was recorded; empty if none was
  public record BlameCommit(
      String commit,
      String author,
      String date,
      String subject,
      String request,
      String reached,
      List<BlamedValue> values) {
    public BlameCommit {
      values = List.copyOf(values);
    }
  }

  /// A value that changed.
  ///
  /// @param before null if the field had none
  /// @param cause the line that made it, `us.calendar.yaml:12`; empty if none is known
  /// @param text that line
  public record BlamedValue(
      FieldRef field, @Nullable Json before, @Nullable Json after, String cause, String text) {}
}
