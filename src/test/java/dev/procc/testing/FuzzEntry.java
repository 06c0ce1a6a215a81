package dev.procc.testing;

/// Where Jazzer enters: the target is named by the system property `fuzz.target`.
public final class FuzzEntry {
  private static final FuzzTargets.Target TARGET =
      FuzzTargets.all().get(System.getProperty("fuzz.target"));

  private FuzzEntry() {}

  /// Reads one input; what is thrown is a fault.
  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    TARGET.read(data);
  }
}
