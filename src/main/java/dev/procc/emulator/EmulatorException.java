package dev.procc.emulator;

/// The reason why the emulator cannot start: the port is taken, or a file is not usable.
public final class EmulatorException extends Exception {
  private static final long serialVersionUID = 1L;

  public EmulatorException(String message) {
    super(message);
  }

  /// The message for people.
  public String message() {
    return String.valueOf(getMessage());
  }
}
