package dev.procc.live.planfile.change;

/// A source line that caused a change.
///
/// @param line from 1; 0 if there is none
/// @param text of the line, trimmed; empty if it was removed
public record Cause(String file, int line, String text) {
  /// `people.yaml:5`.
  public String location() {
    return line == 0 ? file : file + ":" + line;
  }
}
