package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
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
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// `procc lint --watch`: lints again whenever a file of the project changes, until it is stopped.
final class LintWatch {
  /// An editor that saves writes several times; what comes within this time is one change.
  private static final long QUIET_MILLIS = 80;

  private final Call call;

  /// Files of variables, which may lie anywhere.
  private final Set<Path> variables = new LinkedHashSet<>();

  LintWatch(Call call) {
    this.call = call;
    for (String given : call.args().values("--var-file")) {
      variables.add(call.path(given).toAbsolutePath().normalize());
    }
  }

  /// Runs until the thread is interrupted, which is how the tests end it; a person ends the
  /// program.
  int run() throws Failure, IOException {
    LintInput input = LintInput.of(call);
    Path root = input.location().root();
    try (WatchService watch = root.getFileSystem().newWatchService()) {
      register(root, watch);
      show(LintReport.of(call, input.compile(), Json.Obj.EMPTY));
      while (true) {
        TreeSet<String> changed = changes(root, watch);
        call.note("changed: " + String.join(", ", changed));
        register(root, watch);
        again();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exit.INTERRUPTED;
    }
  }

  private void again() throws IOException {
    try {
      show(LintReport.of(call, LintInput.of(call).compile(), Json.Obj.EMPTY));
    } catch (Failure failure) {
      call.env().err().print("procc lint: " + failure.message() + "\n");
      call.env().err().flush();
    }
  }

  private void show(LintReport report) {
    call.stream().print(report.text());
    call.stream().flush();
    call.note("waiting for changes; Ctrl-C ends it");
  }

  /// Listens to every folder that may hold a file of the project; listening twice is listening
  /// once.
  private void register(Path root, WatchService watch) throws IOException {
    for (Path file : variables) {
      Path folder = file.getParent();
      if (folder != null && Files.isDirectory(folder)) {
        listen(folder, watch);
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
              listen(folder, watch);
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

  private static void listen(Path folder, WatchService watch) throws IOException {
    folder.register(
        watch,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  /// Waits for a change, and until no more come.
  private TreeSet<String> changes(Path root, WatchService watch) throws InterruptedException {
    TreeSet<String> changed = new TreeSet<>();
    while (true) {
      WatchKey key =
          changed.isEmpty() ? watch.take() : watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      if (key == null) {
        return changed;
      }
      Path folder = (Path) key.watchable();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (event.context() instanceof Path name) {
          note(root, folder.resolve(name), changed);
        } else {
          changed.add("more than could be counted");
        }
      }
      key.reset();
    }
  }

  private void note(Path root, Path path, TreeSet<String> changed) {
    if (variables.contains(path.toAbsolutePath().normalize())) {
      changed.add(
          path.startsWith(root)
              ? root.relativize(path).toString().replace('\\', '/')
              : path.toString());
      return;
    }
    if (!path.startsWith(root)) {
      return;
    }
    String name = path.getFileName().toString();
    boolean ours = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".csv");
    if (!name.startsWith(".") && (ours || Files.isDirectory(path))) {
      changed.add(root.relativize(path).toString().replace('\\', '/'));
    }
  }
}
