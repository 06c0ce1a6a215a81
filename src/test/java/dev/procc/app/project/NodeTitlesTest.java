package dev.procc.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.app.HostEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The titles by which findings and records name nodes.
final class NodeTitlesTest {
  private static final int PROCESSES = 400;
  @TempDir Path folder;

  /// Several threads ask at once, as they do while processes are applied in parallel.
  @Test
  void manyThreadsAskAtOnce() throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      Files.writeString(
          folder.resolve("p" + i + ".process.yaml"),
          "procc: v1\nkind: Process\nkey: p%1$d\nname: P\nroot:\n  name: R\n  children:\n    - sendTask: t\n      title: Title %1$d\n"
              .formatted(i));
    }
    HostEnvironment host = new HostEnvironment(folder, Map.of(), Clock.systemUTC());
    NodeTitles titles =
        new NodeTitles(
            ProjectSession.open(ProjectRequest.of(host)).compile(LocalDate.of(2024, 10, 1)));
    List<Callable<String>> questions = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      String address = "p" + i + "/t:title";
      questions.add(() -> titles.title(address));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> answers = threads.invokeAll(questions);
      for (int i = 0; i < PROCESSES; i++) {
        assertEquals("Title " + i, answers.get(i).get());
      }
    }
  }
}
