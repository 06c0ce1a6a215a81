package dev.procc.emulator;

/// The emulator could not start: the port is taken, or a file it was given is not usable.
public final class EmulatorException extends Exception {
  private static final long serialVersionUID = 1L;

  public EmulatorException(String message) {
    super(message);
  }

  /// What went wrong, for people.
  public String message() {
    return String.valueOf(getMessage());
  }
}
