package dev.procc.app;

/// Which procc this is; the same as in `pom.xml`, which a test compares.
public final class Version {
  /// `MAJOR.MINOR.PATCH`.
  public static final String PROCC = "0.1.0";

  /// The version of the shape that machine output has.
  public static final String OUTPUT = "1.0";

  private Version() {}
}
