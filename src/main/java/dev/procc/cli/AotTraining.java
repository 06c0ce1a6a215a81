package dev.procc.cli;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
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
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/// A runner of the command lines of a file in one process, so that the build can store the classes
/// they load in an ahead-of-time cache.
///
/// Each line is the expected exit code and the words of a command: `0 lint close.process.yaml`. A
/// file of messages for a language server, one a line, may follow after `<`; a message `wait` gives
/// the server time. A command whose line begins with `&` keeps running, and the address on which it
/// reports to listen is the API of the following lines. A line `= FROM TO` copies a file over
/// another, as an edit would. Blank lines and lines that begin with `#` are skipped. Any other exit
/// code fails the build.
final class AotTraining {
  private static final int WAIT_MILLIS = 2_000;

  private final Path directory;
  private final Map<String, String> variables = new LinkedHashMap<>();

  private AotTraining(Path directory) {
    this.directory = directory;
  }

  /// @param words the file of lines, and the folder to run them in
  public static void main(String[] words) throws IOException {
    System.getenv().forEach((name, value) -> {}); // so that its classes get into the cache too
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
    int redirect = Arrays.asList(parts).indexOf("<");
    String[] words = Arrays.copyOfRange(parts, 1, redirect < 0 ? parts.length : redirect);
    if (parts[0].equals("&")) {
      startServer(words);
      return true;
    }
    if (parts[0].equals("=")) {
      String text = InputFile.text(directory.resolve(words[0]), InputFile.TEXT_LIMIT);
      OutputFile.write(directory.resolve(words[1]), text, OutputFile.Readers.UMASK);
      return true;
    }
    Environment env = environment(stream(OutputStream.nullOutputStream()));
    int exit = Main.run(redirect < 0 ? env : env.reading(messages(parts[redirect + 1])), words);
    if (exit == Integer.parseInt(parts[0])) {
      return true;
    }
    System.err.println("training: \"" + line + "\" ended with " + exit);
    return false;
  }

  /// The messages of a file, each after its length.
  private InputStream messages(String file) throws IOException {
    List<String> lines =
        InputFile.text(directory.resolve(file), InputFile.TEXT_LIMIT).lines().toList();
    PipedOutputStream to = new PipedOutputStream();
    PipedInputStream messages = new PipedInputStream(to);
    Thread.ofPlatform().daemon().start(() -> write(lines, to));
    return messages;
  }

  private static void write(List<String> lines, OutputStream to) {
    try (to) {
      for (String line : lines) {
        if (line.equals("wait")) {
          Thread.sleep(WAIT_MILLIS);
          continue;
        }
        byte[] message = line.getBytes(StandardCharsets.UTF_8);
        String head = "Content-Length: " + message.length + "\r\n\r\n";
        to.write(head.getBytes(StandardCharsets.UTF_8));
        to.write(message);
        to.flush();
      }
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a server that keeps running, and waits until it reports its address.
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

  /// Loads what a client of a real host sets up first; since the server here speaks plain HTTP, no
  /// line of the file would load it.
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
