package dev.procc.testing;

/// The entry point for Jazzer: the system property `fuzz.target` names the target.
public final class FuzzEntry {
  private static final FuzzTargets.Target TARGET =
      FuzzTargets.all().get(System.getProperty("fuzz.target"));

  private FuzzEntry() {}

  /// Reads one input; any exception is a fault.
  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    TARGET.read(data);
  }
}
