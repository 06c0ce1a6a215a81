package dev.procc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/// Runs command lines of a file in one process, so that the build can store the classes they need
/// in an ahead-of-time cache.
///
/// Each line is the expected exit code and the words: `0 lint close.process.yaml`. Blank lines and
/// lines that begin with `#` are skipped. A line that ends otherwise fails the build.
final class Training {
  private Training() {}

  /// @param words the file of lines, and the directory to run them in
  public static void main(String[] words) throws IOException {
    System.getenv().forEach((name, value) -> {}); // its classes belong into the cache too
    Path directory = Path.of(words[1]).toAbsolutePath();
    for (String line : Files.readAllLines(Path.of(words[0]))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.strip().split(" +", -1);
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Env env =
          new Env(
              InputStream.nullInputStream(),
              nowhere,
              System.err,
              Map.of(),
              directory,
              Clock.systemUTC(),
              false,
              false);
      int exit = Main.run(env, Arrays.copyOfRange(parts, 1, parts.length));
      if (exit != Integer.parseInt(parts[0])) {
        System.err.println("training: \"" + line + "\" ended with " + exit);
        System.exit(Exit.ERROR);
      }
    }
  }
}
