package dev.procc.live.planfile;

/// A warning of lint about the definitions of a plan, for whoever approves it.
///
/// @param code `PC308`
/// @param name `preparer-approves`
/// @param file relative to the project; empty if it is not about a text
/// @param line from 1; 0 if it is not about a text
/// @param message one sentence without a full stop
/// @param about titles of the tasks and groups it is about, the first ones if there are many; empty
///   if there are none
/// @param hint what to do; empty if there is none
/// @param isNew whether it is new since the last apply, as far as that is known
public record LintWarning(
    String code,
    String name,
    String file,
    int line,
    String message,
    String about,
    String hint,
    boolean isNew) {
  /// The most warnings in a plan; the others are only counted.
  public static final int MAX_IN_PLAN = 100;

  /// The message, with what it is about and what to do.
  public String text() {
    return (about.isEmpty() ? "" : about + ": ") + message + (hint.isEmpty() ? "" : "; " + hint);
  }

  /// The identity of the warning in other versions of the definitions, which does not include the
  /// line.
  public String fingerprint() {
    return code + "\n" + file + "\n" + about + "\n" + message;
  }

  /// A copy that is new or not.
  public LintWarning withNew(boolean now) {
    return new LintWarning(code, name, file, line, message, about, hint, now);
  }

  /// A copy about something else.
  LintWarning withAbout(String titles) {
    return new LintWarning(code, name, file, line, message, titles, hint, isNew);
  }

  /// `people.yaml:5`; empty if it is not about a text.
  public String location() {
    return file.isEmpty() ? "" : file + ":" + line;
  }
}
