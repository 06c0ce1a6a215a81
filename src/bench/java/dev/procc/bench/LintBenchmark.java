package dev.procc.bench;

import dev.procc.base.finding.Outcome;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/// Milliseconds to lint a project of 30,000 jobs in 300 files, from the disk to the text that is
/// shown, beside what SnakeYAML Engine takes to compose the same bytes to nodes. Both run in a heap
/// of 512 MiB.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class LintBenchmark {
  private static final int FILES = 300;
  private static final int JOBS = 100;

  private Path folder = Path.of("");
  private final List<byte[]> bytes = new ArrayList<>();

  /// Writes the project: 300 processes, each of 10 groups of 10 jobs, one calendar, ten people.
  @Setup
  public void setUp() throws IOException {
    folder = Files.createTempDirectory("procc-lint");
    Files.createDirectories(folder);
    write("calendars.yaml", CALENDAR);
    write("people.yaml", people());
    for (int file = 0; file < FILES; file++) {
      write("close-" + file + ".process.yaml", process(file));
    }
    Compilation once = compile();
    if (once.hasErrors() || once.processes().size() != FILES) {
      throw new IllegalStateException(once.findings().toString());
    }
  }

  private void write(String name, String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes.add(encoded);
    Files.write(folder.resolve(name), encoded);
  }

  /// Removes the project.
  @TearDown
  public void tearDown() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// Milliseconds that went into each of the two, of one iteration: their ratio is the result.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class LintShare {
    public long composeMillis;
    public long lintMillis;
  }

  /// Both by turns, so that what else the machine does falls on both.
  @Benchmark
  public String byTurns(Blackhole hole, LintShare share) {
    long start = System.nanoTime();
    compose(hole);
    long between = System.nanoTime();
    String text = lint();
    share.composeMillis += (between - start) / 1_000_000;
    share.lintMillis += (System.nanoTime() - between) / 1_000_000;
    return text;
  }

  private String lint() {
    Compilation compilation = compile();
    FindingsReport findings = FindingsReport.of("lint", "procc", 0, compilation.findings());
    return Objects.requireNonNull(Emitters.find("text")).emit(findings, Style.PLAIN);
  }

  /// The same bytes, every document composed to the engine's own nodes.
  private void compose(Blackhole hole) {
    for (byte[] file : bytes) {
      Compose compose = new Compose(LoadSettings.builder().setCodePointLimit(20 << 20).build());
      compose.composeAllFromString(new String(file, StandardCharsets.UTF_8)).forEach(hole::consume);
    }
  }

  private Compilation compile() {
    Outcome<Project> read = ProjectReader.read(new DiskTree(folder));
    Project project = read.value().orElseThrow();
    return Compiler.compile(read, project.instances(), CompileOptions.defaults());
  }

  private static final String CALENDAR =
      """
      procc: v1
      kind: Calendar
      key: us-close
      workdays: mon-fri
      covers: 2024-01-01..2026-12-31
      source: NYSE holiday list, read 2024-09-02
      holidays:
        - { date: 2024-11-28, name: Thanksgiving }
        - { date: 2024-12-25, name: Christmas }
        - { date: 2025-01-01, name: New Year's Day }
        - { date: 2025-01-20, name: Martin Luther King Jr. Day }
      """;

  private static String people() {
    StringBuilder text = new StringBuilder("procc: v1\nkind: People\nkey: people\n");
    text.append("roles:\n  manager: p0\npeople:\n");
    for (int person = 0; person < 10; person++) {
      text.append("  p").append(person).append(": { id: user-").append(person);
      text.append(", name: Person ").append(person).append(" }\n");
    }
    return text.toString();
  }

  private static String process(int file) {
    StringBuilder text = new StringBuilder();
    text.append("procc: v1\nkind: Process\nkey: close-").append(file).append('\n');
    text.append("name: Financial Close ").append(file).append('\n');
    text.append(
        """
        calendar: us-close
        businessStartDate: 2024-10-01
        businessEndDate: 2025-01-31
        dueDate: 2025-01-31
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        defaults:
          approver: manager
          approverDueDate: dueDate + 1bd
        root:
          name: Close Workflow
          parallel: true
          children:
        """);
    for (int job = 0; job < JOBS; job++) {
      if (job % 10 == 0) {
        text.append("    - group: area-").append(job / 10).append('\n');
        text.append("      name: Area ").append(job / 10).append('\n');
        text.append("      parallel: false\n      dueDate: BD70\n      children:\n");
      }
      text.append("        - sendTask: task-").append(job).append('\n');
      text.append("          title: Reconcile account ").append(file).append('-').append(job);
      text.append("\n          assignee: p").append(1 + job % 9);
      text.append("\n          dueDate: ");
      text.append(job % 10 == 0 ? "start + " + (20 + job / 10) + "bd" : "previous.due + 2bd");
      text.append("\n          instructions: Complete the reconciliation of account ");
      text.append(job).append(" and attach the support for every difference.\n");
    }
    return text.toString();
  }
}
