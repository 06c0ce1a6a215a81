package dev.procc.app;

/// The version of procc; a test compares it with `pom.xml`.
public final class Version {
  /// `MAJOR.MINOR.PATCH`.
  public static final String PROCC = "0.1.0";

  /// The version of the structure of JSON output.
  public static final String OUTPUT = "1.0";

  private Version() {}
}
