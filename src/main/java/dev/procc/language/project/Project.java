package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.expand.loops.TableSource;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The documents of a project, and the tables that they name.
///
/// The documents are sorted by path and position, which has no influence on their meaning.
public final class Project implements TableSource {
  private final FileTree tree;
  private final ReadCache cache;
  private final List<SourceDocument> documents;
  private final List<Finding> findings;
  private final boolean complete;
  private final Map<String, Outcome<Table>> tables = new HashMap<>();

  Project(
      FileTree tree,
      ReadCache cache,
      List<SourceDocument> documents,
      List<Finding> findings,
      boolean complete) {
    this.tree = tree;
    this.cache = cache;
    this.complete = complete;
    this.documents = List.copyOf(documents);
    this.findings = List.copyOf(findings);
  }

  /// The files from which it was read.
  public FileTree tree() {
    return tree;
  }

  /// The findings of reading it: about files, texts, kinds, keys.
  public List<Finding> findings() {
    return findings;
  }

  /// Whether every file of the tree was read, and not only those that were named.
  public boolean isComplete() {
    return complete;
  }

  /// All documents, by path and position.
  public List<SourceDocument> documents() {
    return documents;
  }

  /// The documents of a kind, by path and position.
  public List<SourceDocument> documents(String kind) {
    List<SourceDocument> found = new ArrayList<>();
    for (SourceDocument document : documents) {
      if (document.kind().equals(kind)) {
        found.add(document);
      }
    }
    return found;
  }

  /// The `Project` document; null if there is no `procc.yaml`.
  public @Nullable SourceDocument settings() {
    for (SourceDocument document : documents) {
      if (document.kind().equals("Project")) {
        return document;
      }
    }
    return null;
  }

  /// The mappings of all templates, by key; of two with the same key, the first.
  public Map<String, Mapping> templates() {
    Map<String, Mapping> templates = new LinkedHashMap<>();
    for (SourceDocument document : documents("Template")) {
      templates.putIfAbsent(document.key(), document.mapping());
    }
    return templates;
  }

  /// Each process in each period that names it, by identity.
  public List<ProcessInstance> instances() {
    List<ProcessInstance> instances = new ArrayList<>();
    List<SourceDocument> periods = documents("Period");
    List<SourceDocument> processes = documents("Process");
    List<SourceDocument> others = new ArrayList<>();
    for (SourceDocument process : processes) {
      boolean any = false;
      for (SourceDocument period : periods) {
        if (period.namesProcess(process.key())) {
          instances.add(new ProcessInstance(process, period));
          any = true;
        }
      }
      if (!any) {
        others.add(process);
      }
    }
    if (!others.isEmpty()) {
      SourceDocument unclear = periodThatMayNameOthers(periods, processes);
      for (SourceDocument process : others) {
        instances.add(new ProcessInstance(process, unclear));
      }
    }
    instances.sort((a, b) -> a.identity().compareTo(b.identity()));
    return instances;
  }

  /// The first period whose list of processes could not be read or names unknown ones; null if
  /// there is none.
  private static @Nullable SourceDocument periodThatMayNameOthers(
      List<SourceDocument> periods, List<SourceDocument> processes) {
    Set<String> keys = new HashSet<>();
    for (SourceDocument process : processes) {
      keys.add(process.key());
    }
    for (SourceDocument period : periods) {
      if (period.mayNameProcess(keys)) {
        return period;
      }
    }
    return null;
  }

  /// The table with a path in a definition, relative to the folder of that file, and never outside
  /// the project.
  @Override
  public synchronized Outcome<Table> table(SourceFile asker, Scalar path) {
    Outcome<String> confined = ProjectPaths.confine(asker.path(), path);
    String at = confined.value().orElse(null);
    if (at == null) {
      return Outcome.of(null, confined.findings());
    }
    String unfit = unfit(at);
    if (unfit != null) {
      return Outcome.failure(
          Finding.of(
                  ProjectCodes.PATH_OUTSIDE_PROJECT,
                  path.span(),
                  "\"" + path.value() + "\" " + unfit)
              .withHint("name a table of this project, as in entities.csv"));
    }
    if (!tree.exists(at)) {
      Finding missing =
          Finding.of(
                  ProjectCodes.FILE_NOT_FOUND, path.span(), "\"" + path.value() + "\" is not there")
              .withHint("paths are relative to the folder of " + asker.path());
      return Outcome.failure(missing);
    }
    Outcome<Table> known = tables.get(at);
    if (known == null) {
      known = readTable(at);
      tables.put(at, known);
    }
    return known;
  }

  /// The reason why a path cannot be that of a table; folders that are skipped for documents are
  /// skipped here as well.
  private @Nullable String unfit(String path) {
    if (ProjectPaths.isHidden(path)) {
      return "is not read; names that begin with a dot, node_modules and procc.state are skipped";
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (tree.exists(path.substring(0, slash) + "/procc.yaml")) {
        return "lies in a project of its own, \"" + path.substring(0, slash) + "\"";
      }
    }
    return ProjectPaths.isTable(path) ? null : "is not a table; a table is a .csv or .tsv file";
  }

  private Outcome<Table> readTable(String path) {
    Outcome<SourceFile> text = tree.read(path);
    SourceFile file = text.value().orElse(null);
    if (file == null) {
      return Outcome.of(null, text.findings());
    }
    Outcome<Table> known = cache.table(file);
    if (known != null) {
      return known;
    }
    Outcome<Table> table = CsvTableReader.read(file);
    List<Finding> all = new ArrayList<>(text.findings());
    all.addAll(table.findings());
    Outcome<Table> read = new Outcome<>(table.value(), all);
    cache.keepTable(file, read);
    return read;
  }
}
