package dev.procc.cli;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import javax.net.ssl.SSLContext;

/// A runner of the command lines of a file in one process, so that the build can store the classes
/// they load in an ahead-of-time cache. What it loads itself is in the cache too, and costs each
/// start: it uses no stream, lambda or regular expression.
///
/// Each line is the expected exit code and the words of a command: `0 lint close.process.yaml`. A
/// line `= FROM TO` copies a file over another, as an edit would, and a line `tls` loads what a
/// client of a real host sets up first, since the API in training speaks plain HTTP. Blank lines
/// and lines that begin with `#` are skipped. Any other exit code fails the build.
final class AotTraining {
  private AotTraining() {}

  /// @param words the file of lines, and the folder to run them in
  public static void main(String[] words) throws IOException {
    Path directory = Path.of(words[1]).toAbsolutePath();
    int exit = ExitCode.OK;
    for (String line : InputFile.text(Path.of(words[0]), InputFile.TEXT_LIMIT).split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#") && !runLine(line, directory)) {
        exit = ExitCode.ERROR;
        break;
      }
    }
    Runtime.getRuntime().halt(exit);
  }

  private static boolean runLine(String line, Path directory) throws IOException {
    String[] parts = line.split(" ", -1);
    if (parts[0].equals("=")) {
      String text = InputFile.text(directory.resolve(parts[1]), InputFile.TEXT_LIMIT);
      OutputFile.write(directory.resolve(parts[2]), text, OutputFile.Readers.UMASK);
      return true;
    }
    if (parts[0].equals("tls")) {
      return loadTls();
    }
    Environment env =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            System.err,
            System.getenv(),
            directory,
            Clock.systemUTC(),
            "",
            0);
    int exit = Main.run(env, Arrays.copyOfRange(parts, 1, parts.length));
    if (exit == Integer.parseInt(parts[0])) {
      return true;
    }
    System.err.println("training: \"" + line + "\" ended with " + exit);
    return false;
  }

  private static boolean loadTls() {
    try {
      SSLContext.getDefault().getDefaultSSLParameters();
      return true;
    } catch (NoSuchAlgorithmException e) {
      System.err.println("training: " + e.getMessage());
      return false;
    }
  }
}
