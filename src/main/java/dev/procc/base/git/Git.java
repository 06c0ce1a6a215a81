package dev.procc.base.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// The git program, called in a repository. It asks for nothing: where a password would be needed
/// it fails instead.
public final class Git {
  private static final int PATIENCE_SECONDS = 120;
  private final Path repository;

  /// @param repository any folder in the repository
  public Git(Path repository) {
    this.repository = repository;
  }

  /// What a call gave.
  public record Done(int exit, byte[] out, String error) {
    public String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    public boolean ok() {
      return exit == 0;
    }
  }

  /// @throws GitException where git is not there, or does not end
  public Done run(String... arguments) throws GitException {
    return run(Map.of(), new byte[0], arguments);
  }

  /// @throws GitException where git is not there, or does not end
  public Done run(Map<String, String> environment, byte[] input, String... arguments)
      throws GitException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<byte[]> error = drain(process.getErrorStream());
      CompletableFuture<byte[]> out = drain(process.getInputStream());
      try (OutputStream to = process.getOutputStream()) {
        to.write(input);
      } catch (IOException closedEarly) {
        // It ended without reading; its exit code says why.
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new GitException(
            "git " + arguments[0] + " did not end within " + PATIENCE_SECONDS + " s");
      }
      String said = new String(error.get(), StandardCharsets.UTF_8).strip();
      return new Done(process.exitValue(), out.get(), said);
    } catch (IOException e) {
      throw new GitException("git cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("interrupted while git was running", e);
    } catch (ExecutionException e) {
      throw new GitException("git broke off: " + e.getMessage(), e);
    }
  }

  private static CompletableFuture<byte[]> drain(java.io.InputStream stream) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (stream) {
            read.complete(stream.readAllBytes());
          } catch (IOException e) {
            read.completeExceptionally(e);
          }
        });
    return read;
  }

  /// The output of a call that has to go well.
  ///
  /// @throws GitException where it does not, with what git said
  public String must(Map<String, String> environment, byte[] input, String... arguments)
      throws GitException {
    Done done = run(environment, input, arguments);
    if (!done.ok()) {
      throw new GitException("git " + arguments[0] + " failed: " + firstLine(done.error()));
    }
    return done.text().strip();
  }

  /// What git said first, which says why.
  public static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
