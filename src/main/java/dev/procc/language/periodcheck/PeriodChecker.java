package dev.procc.language.periodcheck;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.SuppressedFinding;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.calendar.Periods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of processes in periods that are not open yet.
///
/// For each period, a document is generated that contains only its key; its days are those of the
/// key, by the fiscal rule of the project. A process has the variables of the last period that
/// names it, as if the next period had been opened with them; one-off changes are not carried over.
/// The rules are those of lint.
///
/// ```java
/// PeriodChecker.check(project, Set.of("close"), keys, CompileOptions.defaults());
/// ```
public final class PeriodChecker {
  /// The path of generated documents, for findings about them.
  static final String SYNTHETIC_PATH = "--periods";

  private final Project project;
  private final List<String> periodKeys;
  private final CompileOptions options;
  private final Findings notes = new Findings();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private final FindingGroups groups;
  private int requested;
  private int checked;

  private PeriodChecker(Project project, List<String> periodKeys, CompileOptions options) {
    this.project = project;
    this.periodKeys = periodKeys;
    this.options = options;
    this.groups = new FindingGroups(periodKeys);
  }

  /// @param project as written
  /// @param processes the keys of the processes to check
  /// @param periodKeys of periods of the same kind, in order
  /// @param options as for any compilation; its day is not used
  public static PeriodCheckResult check(
      Project project, Set<String> processes, List<String> periodKeys, CompileOptions options) {
    return new PeriodChecker(project, periodKeys, options).check(processes);
  }

  private PeriodCheckResult check(Set<String> processes) {
    Map<SourceDocument, Set<String>> byModel = new LinkedHashMap<>();
    for (SourceDocument process : project.documents("Process")) {
      if (processes.contains(process.key())) {
        requested += periodKeys.size();
        SourceDocument model = modelPeriod(process);
        if (model != null) {
          byModel.computeIfAbsent(model, m -> new LinkedHashSet<>()).add(process.key());
        }
      }
    }
    byModel.forEach(this::checkGroup);
    return new PeriodCheckResult(requested, checked, groups.findings(), sorted(notes), suppressed);
  }

  private static List<Finding> sorted(Findings notes) {
    List<Finding> sorted = new ArrayList<>(notes.toList());
    sorted.sort(Finding.READING_ORDER);
    return sorted;
  }

  /// The last period of the same kind that names a process; null, with a note, if there is none.
  private @Nullable SourceDocument modelPeriod(SourceDocument process) {
    SourceDocument any = null;
    SourceDocument model = null;
    for (SourceDocument period : project.documents("Period")) {
      if (period.namesProcess(process.key())) {
        any = period;
        if (PeriodKeyText.shape(period.key()).equals(PeriodKeyText.shape(periodKeys.getFirst()))
            && (model == null || isLater(period.key(), model.key()))) {
          model = period;
        }
      }
    }
    if (model == null) {
      notes.add(
          Finding.of(
              PeriodCheckCodes.PERIODS_NOT_CHECKED,
              process.keySpan(),
              any == null
                  ? "\"" + process.key() + "\" has no period, so none of these was checked"
                  : "\""
                      + process.key()
                      + "\" is opened by periods such as "
                      + any.key()
                      + ", so none of these was checked"));
    }
    return model;
  }

  /// Whether a key comes after another of its kind: `FY2025-P12` after `FY2025-P3`.
  private static boolean isLater(String key, String other) {
    String later = Periods.canonical(key);
    String earlier = Periods.canonical(other);
    return later != null && earlier != null && later.compareTo(earlier) > 0;
  }

  /// Checks the processes whose last period is `model`.
  private void checkGroup(SourceDocument model, Set<String> processes) {
    Compilation compilation = compile(processes, optionsLike(model));
    suppressed.addAll(compilation.suppressed());
    for (String process : processes) {
      Map<String, CompiledProcess> compiled = new LinkedHashMap<>();
      for (String key : periodKeys) {
        for (CompiledProcess each : compilation.processes()) {
          if (each.identity().equals(process + "@" + key)) {
            compiled.put(key, each);
          }
        }
      }
      checked +=
          new ProcessPeriodCheck(process, periodKeys, compiled, compilation, notes, groups)
              .check(processDocument(process));
    }
  }

  /// Compiles processes in the requested periods, whether they have a document or not.
  private Compilation compile(Set<String> processes, CompileOptions checkOptions) {
    Set<String> paths = new LinkedHashSet<>();
    project.documents().forEach(document -> paths.add(document.path()));
    paths.add(SYNTHETIC_PATH);
    Outcome<Project> read = ProjectReader.read(withSyntheticPeriods(processes), List.copyOf(paths));
    List<ProcessInstance> instances = new ArrayList<>();
    for (ProcessInstance instance : read.value().orElseThrow().instances()) {
      SourceDocument period = instance.period();
      if (period != null
          && periodKeys.contains(period.key())
          && processes.contains(instance.process().key())) {
        instances.add(instance);
      }
    }
    return Compiler.compile(read, instances, checkOptions);
  }

  /// The options with the variables of a period, for no particular day.
  private CompileOptions optionsLike(SourceDocument period) {
    List<Mapping> variableFiles = new ArrayList<>(options.variableFiles());
    if (period.mapping().get("variables") instanceof Mapping variables) {
      variableFiles.add(variables);
    }
    return new CompileOptions(
        options.target(),
        options.variableFlags(),
        options.variableEnvironment(),
        variableFiles,
        null);
  }

  private SourceDocument processDocument(String process) {
    for (SourceDocument document : project.documents("Process")) {
      if (document.key().equals(process)) {
        return document;
      }
    }
    throw new IllegalArgumentException("no process " + process);
  }

  /// The project with a generated document for each period that has none.
  private OverlayTree withSyntheticPeriods(Set<String> processes) {
    Set<String> known = new LinkedHashSet<>();
    project.documents("Period").forEach(period -> known.add(period.key()));
    StringBuilder text = new StringBuilder();
    for (String key : periodKeys) {
      if (!known.contains(key)) {
        text.append("---\nprocc: v1\nkind: Period\nstatus: planned\nkey: ").append(key);
        text.append("\nprocesses: [").append(String.join(", ", processes)).append("]\n");
      }
    }
    return new OverlayTree(project.tree(), Map.of(SYNTHETIC_PATH, text.toString()));
  }
}
