package dev.procc.language.project;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.Table;
import dev.procc.language.expand.TableSource;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every document of a project, and the tables that they name.
///
/// The documents are sorted by path and place; their order never matters to what they mean.
public final class Project implements TableSource {
  private final FileTree tree;
  private final List<SourceDocument> documents;
  private final List<Diagnostic> diagnostics;
  private final boolean whole;
  private final Map<String, Outcome<Table>> tables = new HashMap<>();

  Project(
      FileTree tree, List<SourceDocument> documents, List<Diagnostic> diagnostics, boolean whole) {
    this.tree = tree;
    this.whole = whole;
    this.documents = List.copyOf(documents);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /// The files that it was read from.
  public FileTree tree() {
    return tree;
  }

  /// What was found while it was read: files, text, kinds, keys.
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// Whether every file of the tree was looked at, rather than some that were named.
  public boolean whole() {
    return whole;
  }

  /// Where `forEach` finds its tables: the project itself.
  public TableSource tables() {
    return this;
  }

  /// All documents, by path and place.
  public List<SourceDocument> documents() {
    return documents;
  }

  /// The documents of a kind, by path and place.
  public List<SourceDocument> documents(String kind) {
    List<SourceDocument> found = new ArrayList<>();
    for (SourceDocument document : documents) {
      if (document.kind().equals(kind)) {
        found.add(document);
      }
    }
    return found;
  }

  /// The `Project` document; absent when there is no `procc.yaml`.
  public @Nullable SourceDocument settings() {
    for (SourceDocument document : documents) {
      if (document.kind().equals("Project")) {
        return document;
      }
    }
    return null;
  }

  /// The mappings of all templates, by key; of two with one key the first.
  public Map<String, Mapping> templates() {
    Map<String, Mapping> templates = new LinkedHashMap<>();
    for (SourceDocument document : documents("Template")) {
      templates.putIfAbsent(document.key(), document.mapping());
    }
    return templates;
  }

  /// Each process in each period that names it, by identity.
  public List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    List<SourceDocument> periods = documents("Period");
    for (SourceDocument process : documents("Process")) {
      boolean any = false;
      for (SourceDocument period : periods) {
        if (names(period, process.key())) {
          instances.add(new Instance(process, period));
          any = true;
        }
      }
      if (!any) {
        instances.add(new Instance(process, null));
      }
    }
    instances.sort((a, b) -> a.identity().compareTo(b.identity()));
    return instances;
  }

  private static boolean names(SourceDocument period, String process) {
    Node named = period.mapping().get("processes");
    if (named instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Scalar key && key.value().equals(process)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A table that a definition names, relative to the folder of the file that names it and never
  /// outside the project.
  @Override
  public synchronized Outcome<Table> table(SourceFile asker, Scalar path) {
    Outcome<String> confined = Paths.confine(asker.path(), path);
    String at = confined.value().orElse(null);
    if (at == null) {
      return Outcome.of(null, confined.diagnostics());
    }
    if (!tree.exists(at)) {
      Diagnostic missing =
          Diagnostic.of(
                  ProjectCodes.NOT_FOUND, path.span(), "\"" + path.value() + "\" is not there")
              .withHint("paths are relative to the folder of " + asker.path());
      return Outcome.failure(missing);
    }
    Outcome<Table> known = tables.get(at);
    if (known == null) {
      known = read(at);
      tables.put(at, known);
    }
    return known;
  }

  private Outcome<Table> read(String path) {
    Outcome<SourceFile> text = tree.read(path);
    SourceFile file = text.value().orElse(null);
    if (file == null) {
      return Outcome.of(null, text.diagnostics());
    }
    Outcome<Table> table = CsvTable.read(file);
    List<Diagnostic> all = new ArrayList<>(text.diagnostics());
    all.addAll(table.diagnostics());
    return new Outcome<>(table.value(), all);
  }
}
