package dev.procc.emulator;

import java.nio.file.Path;
import java.time.LocalDate;

/// An emulator in a process of its own that a test can kill: `java ... KillableEmulator DIR` prints
/// its address.
final class KillableEmulator {
  private KillableEmulator() {}

  public static void main(String[] args) throws Exception {
    EmulatorOptions options =
        EmulatorOptions.defaults().withNow(LocalDate.of(2024, 10, 1)).withData(Path.of(args[0]));
    System.out.println(new Emulator(options).start());
    Thread.currentThread().join();
  }
}
