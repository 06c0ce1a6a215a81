package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.language.compile.Compilation;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cost of a lint, in counts that other programs on the machine do not change: classes and
/// bytes. A change that costs more is explained in `decisions/cold-lint.md`.
class LintCostTest {
  /// Classes that no plain definition needs: each of them costs milliseconds of a cold start.
  private static final List<String> NOT_NEEDED =
      List.of(
          "org.snakeyaml",
          "com.github.mustachejava",
          "com.networknt",
          "tools.jackson",
          "com.fasterxml",
          "de.siegmar",
          "biweekly",
          "org.eclipse",
          "java.util.regex.",
          "java.util.stream.",
          "java.time.format.",
          "java.net.http",
          "java.util.concurrent.ForkJoinPool");

  @TempDir Path folder;

  private void definition(int jobs) throws Exception {
    StringBuilder text = new StringBuilder("procc: v1\nkind: Process\nkey: bench\nname: Bench\n");
    text.append("autoClose: true\ncertAutoApprove: false\nrelativeDates: false\n");
    text.append("businessStartDate: 2024-10-01\nbusinessEndDate: 2024-12-31\n");
    text.append("dueDate: 2024-12-31\nbusinessDaysOfWeek: [monday, tuesday, friday]\n");
    text.append("root:\n  name: Bench\n  parallel: true\n  children:\n");
    for (int i = 0; i < jobs; i++) {
      text.append("    - sendTask: task-").append(i).append("\n      title: Reconcile ").append(i);
      text.append("\n      assignee: { id: user-").append(i % 7).append(", type: user }\n");
      text.append("      dueDate: start + ").append(10 + i % 20).append("bd\n");
      text.append("      instructions: Complete the reconciliation of ").append(i).append(".\n");
    }
    Files.writeString(folder.resolve("bench.process.yaml"), text);
  }

  @Test
  void aSmallLintLoadsWhatItNeeds() throws Exception {
    definition(10);
    Path log = folder.resolve("classes");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:class+load:file=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.procc.cli.Main",
            "-C",
            folder.toString(),
            "lint");
    Process run = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(run.waitFor(60, TimeUnit.SECONDS), output);
    assertEquals(0, run.exitValue(), output);
    List<String> own = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      String name = line.substring(line.lastIndexOf("] ") + 2).split(" ", 2)[0];
      for (String room : NOT_NEEDED) {
        assertTrue(!name.startsWith(room), () -> name + " is loaded by a lint of ten jobs");
      }
      if (name.startsWith("dev.procc.")) {
        own.add(name);
      }
    }
    long lambdas = own.stream().filter(name -> name.contains("$$Lambda")).count();
    assertTrue(own.size() - lambdas <= 450, () -> own.size() + " classes: " + own);
    assertTrue(lambdas <= 24, () -> lambdas + " lambdas: " + own);
  }

  @Test
  void aJobTakesFewBytes() throws Exception {
    definition(1_000);
    long first = allocated();
    long bytes = Math.min(first, allocated());
    assertTrue(bytes < 1_000 * 14_000L, () -> bytes / 1_000 + " bytes a job");
  }

  /// The bytes that this thread allocates to read and compile; a file of its own is compiled by
  /// this thread.
  private long allocated() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    ProjectSession session =
        ProjectSession.read(
            ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    Compilation compilation = session.compileWith(session.options(null));
    assertEquals(1, compilation.processes().size());
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
