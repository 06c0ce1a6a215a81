package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// `procc lint --watch`: lints again whenever a file of the project changes, until it is stopped.
final class LintWatch {
  /// The time within which changes count as one: an editor writes several times when it saves.
  private static final long DEBOUNCE_MILLIS = 80;

  private final Invocation invocation;

  /// The files of variables, which may be in any folder.
  private final Set<Path> variableFiles = new LinkedHashSet<>();

  private final Map<Path, WatchKey> watched = new HashMap<>();

  LintWatch(Invocation invocation) {
    this.invocation = invocation;
    for (String given : invocation.args().values("--var-file")) {
      variableFiles.add(invocation.resolve(given).toAbsolutePath().normalize());
    }
  }

  /// Runs until the thread is interrupted, as tests do; a person ends the program.
  int run() throws Failure, IOException {
    ProjectSession session = ProjectSession.open(LintArguments.request(invocation));
    Path root = session.root();
    try (WatchService watch = root.getFileSystem().newWatchService()) {
      register(root, watch);
      print(LintReport.of(invocation, session, Json.Obj.EMPTY));
      while (true) {
        TreeSet<String> changed = awaitChanges(root, watch);
        invocation.note("changed: " + String.join(", ", changed));
        register(root, watch);
        lintAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private void lintAgain() throws IOException {
    try {
      ProjectSession session = ProjectSession.open(LintArguments.request(invocation));
      print(LintReport.of(invocation, session, Json.Obj.EMPTY));
    } catch (Failure failure) {
      invocation.printErrorLine("procc lint: " + failure.message());
    }
  }

  private void print(LintReport report) {
    invocation.printNow(report.text());
    invocation.note("waiting for changes; Ctrl-C ends it");
  }

  /// Watches every folder that may contain a file of the project; a folder that is already watched
  /// stays so.
  private void register(Path root, WatchService watch) throws IOException {
    for (Path file : variableFiles) {
      Path folder = file.getParent();
      if (folder != null && Files.isDirectory(folder)) {
        registerFolder(folder, watch);
      }
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.equals(root) ? "" : folder.getFileName().toString();
            if (name.startsWith(".") || name.equals("node_modules") || name.equals("procc.state")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            try {
              registerFolder(folder, watch);
            } catch (NoSuchFileException gone) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void registerFolder(Path folder, WatchService watch) throws IOException {
    watched.put(
        folder,
        folder.register(
            watch,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE));
  }

  /// Ends watching a folder that is gone, and those below it: a folder that is moved away is told
  /// of by its own name alone, and its key would tell of files by their former paths.
  ///
  /// @return whether it was watched
  private boolean forget(Path gone) {
    if (!watched.containsKey(gone) || Files.exists(gone)) {
      return false;
    }
    for (Map.Entry<Path, WatchKey> folder : watched.entrySet()) {
      if (folder.getKey().startsWith(gone)) {
        folder.getValue().cancel();
      }
    }
    watched.keySet().removeIf(folder -> folder.startsWith(gone));
    return true;
  }

  /// Waits for a change, and until no more follow.
  private TreeSet<String> awaitChanges(Path root, WatchService watch) throws InterruptedException {
    TreeSet<String> changed = new TreeSet<>();
    while (true) {
      WatchKey key =
          changed.isEmpty() ? watch.take() : watch.poll(DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS);
      if (key == null) {
        return changed;
      }
      Path folder = (Path) key.watchable();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (event.context() instanceof Path name) {
          addChange(root, folder.resolve(name), changed);
        } else {
          changed.add("more than could be counted");
        }
      }
      key.reset();
    }
  }

  private void addChange(Path root, Path path, TreeSet<String> changed) {
    if (variableFiles.contains(path.toAbsolutePath().normalize())) {
      changed.add(
          path.startsWith(root)
              ? root.relativize(path).toString().replace('\\', '/')
              : path.toString());
      return;
    }
    if (!path.startsWith(root)) {
      return;
    }
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean ours =
        name.endsWith(".yaml")
            || name.endsWith(".yml")
            || name.endsWith(".csv")
            || name.endsWith(".tsv")
            || forget(path);
    if (!name.startsWith(".") && (ours || Files.isDirectory(path))) {
      changed.add(root.relativize(path).toString().replace('\\', '/'));
    }
  }
}
