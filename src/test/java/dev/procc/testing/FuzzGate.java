package dev.procc.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the fuzzing with the Java that runs this class: Maven knows where it is, a shell does
/// not.
final class FuzzGate {
  private FuzzGate() {}

  /// @param words the seconds for each reader, then the readers; all readers if none is named
  public static void main(String[] words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "src/test/fuzz/run.sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(words));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
