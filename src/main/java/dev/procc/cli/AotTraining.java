package dev.procc.cli;

import dev.procc.base.file.InputFile;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/// Runs command lines of a file in one process, so that the build can store the classes they need
/// in an ahead-of-time cache.
///
/// Each line is the expected exit code and the words: `0 lint close.process.yaml`. A line that
/// begins with `&` is left running, and the address it says it listens on is the API of the lines
/// after it. Blank lines and lines that begin with `#` are skipped. A line that ends otherwise
/// fails the build.
final class AotTraining {
  private final Path directory;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private AotTraining(Path directory) {
    this.directory = directory;
  }

  /// @param words the file of lines, and the directory to run them in
  public static void main(String[] words) throws IOException {
    System.getenv().forEach((name, value) -> {}); // its classes belong into the cache too
    AotTraining training = new AotTraining(Path.of(words[1]).toAbsolutePath());
    for (String line : InputFile.text(Path.of(words[0]), InputFile.TEXT_LIMIT).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#") && !training.runLine(line)) {
        System.exit(ExitCode.ERROR);
      }
    }
    System.exit(ExitCode.OK);
  }

  private boolean runLine(String line) throws IOException {
    String[] parts = line.strip().split(" +", -1);
    String[] words = Arrays.copyOfRange(parts, 1, parts.length);
    if (parts[0].equals("&")) {
      startServer(words);
      return true;
    }
    int exit = Main.run(environment(stream(OutputStream.nullOutputStream())), words);
    if (exit == Integer.parseInt(parts[0])) {
      return true;
    }
    System.err.println("training: \"" + line + "\" ended with " + exit);
    return false;
  }

  /// Leaves a server running and waits until it says where it listens.
  private void startServer(String[] words) throws IOException {
    PipedInputStream output = new PipedInputStream();
    Environment env = environment(stream(new PipedOutputStream(output)));
    Thread.ofPlatform().daemon().start(() -> Main.run(env, words));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    String line = lines.readLine();
    String before = "listening on ";
    if (line == null || !line.startsWith(before)) {
      throw new IOException("the server said: " + line);
    }
    loadTls();
    variables.put("PROCC_API_URL", line.substring(before.length()));
    variables.put("PROCC_TOKEN", "training");
  }

  /// What a client of a real host sets up first: the server here speaks plain HTTP, and no line
  /// would load it.
  private static void loadTls() throws IOException {
    try {
      SSLContext.getDefault().getDefaultSSLParameters();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private Environment environment(PrintStream out) {
    return new Environment(
        InputStream.nullInputStream(),
        out,
        System.err,
        new LinkedHashMap<>(variables),
        directory,
        Clock.systemUTC(),
        "",
        0);
  }

  private static PrintStream stream(OutputStream out) {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }
}
