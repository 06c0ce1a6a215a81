package dev.procc.language.sweep;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Suppressed;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.Instance;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles processes in periods that nobody has opened, and looks at their dates.
///
/// A period is supposed as a document that says nothing but its key; its days are those of the key,
/// by the fiscal rule of the project. A process takes the variables of the last period that names
/// it, as if the next one had been opened with the same; one-off changes are not carried. Whatever
/// lint finds in one period is found in all by the same rules.
///
/// ```java
/// Sweep sweep = Sweeper.sweep(project, Set.of("close"), keys, CompileOptions.standard());
/// ```
public final class Sweeper {
  /// Where the supposed documents stand, for findings that lead there.
  static final String PLACE = "--periods";

  private final Project project;
  private final List<String> keys;
  private final CompileOptions options;
  private final List<Diagnostic> notes = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();
  private final Causes causes;
  private int asked;
  private int checked;

  private Sweeper(Project project, List<String> keys, CompileOptions options) {
    this.project = project;
    this.keys = keys;
    this.options = options;
    this.causes = new Causes(keys, notes);
  }

  /// @param project as written
  /// @param processes the keys of the processes to look at
  /// @param keys of periods of one cut, in order
  /// @param options as for any compilation; its day is left aside
  public static Sweep sweep(
      Project project, Set<String> processes, List<String> keys, CompileOptions options) {
    return new Sweeper(project, keys, options).sweep(processes);
  }

  private Sweep sweep(Set<String> processes) {
    Map<SourceDocument, Set<String>> byModel = new LinkedHashMap<>();
    for (SourceDocument process : project.documents("Process")) {
      if (processes.contains(process.key())) {
        asked += keys.size();
        SourceDocument model = model(process);
        if (model != null) {
          byModel.computeIfAbsent(model, m -> new LinkedHashSet<>()).add(process.key());
        }
      }
    }
    byModel.forEach(this::group);
    return new Sweep(asked, checked, causes.findings(), notes, suppressed);
  }

  /// The last period that names a process, of those cut alike.
  private @Nullable SourceDocument model(SourceDocument process) {
    SourceDocument any = null;
    SourceDocument model = null;
    for (SourceDocument period : project.documents("Period")) {
      if (names(period, process.key())) {
        any = period;
        if (Keys.form(period.key()).equals(Keys.form(keys.getFirst()))
            && (model == null || period.key().compareTo(model.key()) > 0)) {
          model = period;
        }
      }
    }
    if (model == null) {
      notes.add(
          Diagnostic.of(
              SweepCodes.NOT_CHECKED,
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

  private static boolean names(SourceDocument period, String process) {
    if (period.mapping().get("processes") instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Scalar key && key.value().equals(process)) {
          return true;
        }
      }
    }
    return false;
  }

  private void group(SourceDocument model, Set<String> processes) {
    Set<String> paths = new LinkedHashSet<>();
    project.documents().forEach(document -> paths.add(document.path()));
    paths.add(PLACE);
    Outcome<Project> read = ProjectReader.read(supposed(processes), List.copyOf(paths));
    List<Instance> instances = new ArrayList<>();
    for (Instance instance : read.value().orElseThrow().instances()) {
      SourceDocument period = instance.period();
      if (period != null
          && keys.contains(period.key())
          && processes.contains(instance.process().key())) {
        instances.add(instance);
      }
    }
    List<Mapping> files = new ArrayList<>(options.files());
    if (model.mapping().get("variables") instanceof Mapping variables) {
      files.add(variables);
    }
    CompileOptions with =
        new CompileOptions(options.target(), options.flags(), options.environment(), files, null);
    Compilation compilation = Compiler.compile(read, instances, with);
    suppressed.addAll(compilation.suppressed());
    for (String process : processes) {
      Map<String, CompiledProcess> compiled = new LinkedHashMap<>();
      for (String key : keys) {
        for (CompiledProcess each : compilation.processes()) {
          if (each.identity().equals(process + "@" + key)) {
            compiled.put(key, each);
          }
        }
      }
      checked +=
          new ProcessSweep(process, keys, compiled, compilation, notes, causes)
              .check(document(process));
    }
  }

  private SourceDocument document(String process) {
    for (SourceDocument document : project.documents("Process")) {
      if (document.key().equals(process)) {
        return document;
      }
    }
    throw new IllegalArgumentException("no process " + process);
  }

  /// The project with a document for each period that has none.
  private OverlayTree supposed(Set<String> processes) {
    Set<String> known = new LinkedHashSet<>();
    project.documents("Period").forEach(period -> known.add(period.key()));
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      if (!known.contains(key)) {
        text.append("---\nprocc: v1\nkind: Period\nstatus: planned\nkey: ").append(key);
        text.append("\nprocesses: [").append(String.join(", ", processes)).append("]\n");
      }
    }
    return new OverlayTree(project.tree(), Map.of(PLACE, text.toString()));
  }
}
