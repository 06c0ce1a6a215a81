package dev.procc.view.values;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commits in which values changed.
///
/// @param subject of the request
/// @param commits newest first
/// @param versionCount the number of commits that were compared
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
  /// @param reached the time at which an apply of it or of a later commit was recorded; empty if
  ///   there is none
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
  /// @param cause the line that caused it, `us.calendar.yaml:12`; empty if unknown
  /// @param text of that line
  public record BlamedValue(
      FieldRef field, @Nullable Json before, @Nullable Json after, String cause, String text) {}
}
