package dev.procc.live.planfile.change;

/// A source line that made a change.
///
/// @param line from 1; 0 where no line can be named
/// @param text the line as it stands there, without the space around it; empty if it was removed
public record Cause(String file, int line, String text) {
  /// `people.yaml:5`.
  public String location() {
    return line == 0 ? file : file + ":" + line;
  }
}
