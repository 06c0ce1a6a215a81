package dev.procc.base.git;

import dev.procc.base.text.ShellWord;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The git program, called for the repository of a folder. It never prompts: where a password would
/// be needed, it fails.
///
/// The files of the folder may come from a stranger's pull request. So the repository is found here
/// rather than by git, git gets an environment without secrets, and no configuration can make it
/// run a program (hooks, filters, monitors and pagers are off) or fetch anything. Only [#reach]
/// uses the network.
public final class Git {
  /// The hint for objects that a partial clone left out; git does not fetch them by itself.
  public static final String PARTIAL =
      "in a partial clone, git fetch --refetch --no-filter brings what was left out";

  private static final int TIMEOUT_SECONDS = 120;

  /// How long a program that git leaves behind may still write after git ended.
  private static final int STAYING_SECONDS = 2;

  /// The protocols of remotes that are allowed; for any other name, such as `ext`, git would run a
  /// program.
  private static final String PROTOCOLS = "https:http:ssh:file";

  /// Settings that take precedence over every configuration file.
  private static final List<String> CLOSED =
      List.of(
          "safe.bareRepository=explicit",
          "core.fsmonitor=false",
          "core.hooksPath=/dev/null",
          "core.pager=cat",
          "core.askPass=",
          "core.alternateRefsCommand=true",
          "core.attributesFile=/dev/null",
          "diff.external=",
          "protocol.ext.allow=never",
          "submodule.recurse=false",
          "fetch.recurseSubmodules=false",
          "push.recurseSubmodules=no",
          "push.gpgSign=false",
          "log.showSignature=false",
          "diff.orderFile=/dev/null",
          "i18n.logOutputEncoding=UTF-8",
          "gc.auto=0",
          "maintenance.auto=false",
          "fetch.writeCommitGraph=false");

  private final Path folder;
  private @Nullable Repository found;

  /// @param folder any folder in a working tree of the repository
  public Git(Path folder) {
    this.folder = folder;
  }

  /// The result of a call.
  public record GitResult(int exitCode, byte[] stdout, String stderr) {
    public String stdoutText() {
      return new String(stdout, StandardCharsets.UTF_8);
    }

    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  /// The repository, found once: first by its `.git`, then confirmed by git, which also checks that
  /// the folder belongs to the user of this process (`safe.directory`).
  private synchronized Repository repository() throws GitException {
    Repository known = found;
    if (known != null) {
      return known;
    }
    Repository ours = Repository.find(folder);
    Path above = ours.top().getParent();
    Map<String, String> ceiling =
        above == null ? Map.of() : Map.of("GIT_CEILING_DIRECTORIES", above.toString());
    List<String> ask = List.of("rev-parse", "--absolute-git-dir");
    GitResult done = start(ours.top(), "none", ceiling, new byte[0], ask);
    if (!done.succeeded()) {
      String said = firstLine(done.stderr());
      throw new GitException(
          said.contains("dubious ownership")
              ? "the repository at \""
                  + ours.top()
                  + "\" belongs to somebody else; where you trust it: git config --global --add"
                  + " safe.directory "
                  + ShellWord.quoted(ours.top().toString())
              : "git does not take \"" + ours.top() + "\" for a repository: " + said);
    }
    try {
      if (Path.of(done.stdoutText().strip()).toRealPath().equals(ours.dir())) {
        found = ours;
        return ours;
      }
    } catch (IOException | InvalidPathException elsewhere) {
      // Reported below.
    }
    throw new GitException(
        "git takes \""
            + done.stdoutText().strip()
            + "\" for the repository of \""
            + ours.top()
            + "\"");
  }

  /// The path of the folder in its working tree: `fin/close/`; empty at the top.
  ///
  /// @throws GitException if there is no repository or no git program
  public String prefix() throws GitException {
    try {
      String path = repository().top().relativize(folder.toRealPath()).toString();
      return path.isEmpty() ? "" : path.replace(File.separatorChar, '/') + "/";
    } catch (IOException e) {
      throw new GitException("\"" + folder + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  /// Checks that no checked-out file belongs to the configuration of the repository: with
  /// `[include] path=../.gitconfig`, anybody who can change that file decides which programs git
  /// runs.
  ///
  /// @throws GitException if one does
  public void requireOwnConfiguration() throws GitException {
    Repository repository = repository();
    GitResult done = run("config", "--list", "--name-only", "--show-scope", "--show-origin", "-z");
    if (!done.succeeded()) {
      throw new GitException("git config failed: " + firstLine(done.stderr()));
    }
    String[] words = done.stdoutText().split("\0", -1);
    for (int i = 0; i + 2 < words.length; i += 3) {
      boolean local = words[i].equals("local") || words[i].equals("worktree");
      if (local && words[i + 1].startsWith("file:")) {
        String file = words[i + 1].substring("file:".length());
        if (repository.containsFile(repository.top().resolve(file))) {
          throw new GitException(
              "the configuration of the repository includes \""
                  + file
                  + "\", a file that is checked out; take it out: git config --unset-all"
                  + " include.path");
        }
      }
    }
  }

  /// Checks that a remote is not a folder of the working tree: its hooks would be run.
  ///
  /// @param remote the name of a remote, or a URL
  /// @throws GitException if it is
  public void requireOwnRemote(String remote) throws GitException {
    Repository repository = repository();
    List<String> urls = new ArrayList<>();
    urls.addAll(
        run("ls-remote", "--get-url", "--end-of-options", remote).stdoutText().lines().toList());
    GitResult push = run("remote", "get-url", "--push", "--all", "--end-of-options", remote);
    if (push.succeeded()) {
      urls.addAll(push.stdoutText().lines().toList());
    }
    for (String url : urls) {
      String path = localPath(url);
      try {
        if (path == null || !repository.containsFile(repository.top().resolve(path))) {
          continue;
        }
        boolean missing = url.equals(remote) && !Files.exists(repository.top().resolve(path));
        throw new GitException(
            missing
                ? "there is no remote \"" + remote + "\""
                : "the remote \""
                    + remote
                    + "\" is \""
                    + url
                    + "\", a folder of the project; a remote lies outside of it");
      } catch (InvalidPathException noFolder) {
        // The remote has no path, so it is not a folder of the project.
      }
    }
  }

  /// The path of a remote that git takes for a folder, as git decides it; null if it is on a
  /// server: `https://host/path`, `git@host:path`.
  private static @Nullable String localPath(String url) {
    if (url.startsWith("file://")) {
      return url.substring("file://".length());
    }
    int colon = url.indexOf(':');
    int slash = url.indexOf('/');
    boolean drive = File.separatorChar == '\\' && colon == 1;
    return colon < 0 || drive || slash >= 0 && slash < colon ? url : null;
  }

  /// Calls git without network access.
  ///
  /// @throws GitException if git is missing or does not end in time
  public GitResult run(String... arguments) throws GitException {
    return run(Map.of(), new byte[0], arguments);
  }

  /// Calls git without network access, with further environment variables and an input.
  ///
  /// @throws GitException if git is missing or does not end in time
  public GitResult run(Map<String, String> environment, byte[] input, String... arguments)
      throws GitException {
    return inside("none", environment, input, arguments);
  }

  /// Calls git with network access.
  ///
  /// @throws GitException if git is missing or does not end in time
  public GitResult reach(String... arguments) throws GitException {
    return inside(PROTOCOLS, Map.of(), new byte[0], arguments);
  }

  private GitResult inside(
      String protocols, Map<String, String> environment, byte[] input, String... arguments)
      throws GitException {
    Repository repository = repository();
    List<String> call = new ArrayList<>();
    call.add("--git-dir=" + repository.dir());
    call.add("--work-tree=" + repository.top());
    call.addAll(List.of(arguments));
    return start(repository.top(), protocols, environment, input, call);
  }

  private static GitResult start(
      Path directory,
      String protocols,
      Map<String, String> environment,
      byte[] input,
      List<String> arguments)
      throws GitException {
    ProcessBuilder builder = new ProcessBuilder().directory(directory.toFile());
    GitEnvironment.close(builder.environment(), protocols);
    builder.environment().putAll(environment);
    builder.command(command(GitEnvironment.program(builder.environment()), arguments));
    try {
      return finish(builder.start(), input, verb(arguments));
    } catch (IOException e) {
      throw new GitException("git cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("interrupted while git was running", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new GitException("git broke off: " + e.getMessage(), e);
    }
  }

  private static GitResult finish(Process process, byte[] input, String verb)
      throws GitException, InterruptedException, ExecutionException, TimeoutException {
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CompletableFuture<Void> errorEnd = drain(process.getErrorStream(), error);
    CompletableFuture<Void> outEnd = drain(process.getInputStream(), out);
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException closedEarly) {
      // Git ended before it read everything; its exit code says why.
    }
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new GitException("git " + verb + " did not end within " + TIMEOUT_SECONDS + " s");
    }
    outEnd.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    // A connection that ssh keeps open (ControlPersist) keeps the error output open as well.
    errorEnd.completeOnTimeout(null, STAYING_SECONDS, TimeUnit.SECONDS).get();
    String errorText = error.toString(StandardCharsets.UTF_8).strip();
    return new GitResult(process.exitValue(), out.toByteArray(), errorText);
  }

  private static List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program, "--no-pager"));
    for (String setting : CLOSED) {
      command.addAll(List.of("-c", setting));
    }
    command.addAll(arguments);
    return command;
  }

  private static CompletableFuture<Void> drain(InputStream from, ByteArrayOutputStream to) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (from) {
            from.transferTo(to);
            end.complete(null);
          } catch (IOException e) {
            end.completeExceptionally(e);
          }
        });
    return end;
  }

  /// The output of a call that has to succeed.
  ///
  /// @throws GitException with git's message, if it does not
  public String runOrThrow(Map<String, String> environment, byte[] input, String... arguments)
      throws GitException {
    GitResult result = run(environment, input, arguments);
    if (!result.succeeded()) {
      throw new GitException(
          "git " + verb(List.of(arguments)) + " failed: " + firstLine(result.stderr()));
    }
    return result.stdoutText().strip();
  }

  private static String verb(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("-c")) {
        i++;
      } else if (!arguments.get(i).startsWith("--")) {
        return arguments.get(i);
      }
    }
    return "";
  }

  /// The first line of git's error output, which gives the reason.
  public static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
