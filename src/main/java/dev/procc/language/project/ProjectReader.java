package dev.procc.language.project;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the documents of a tree.
///
/// A file belongs to the project when its name promises a kind, or when a line of it begins with
/// `procc:`. A file that is not YAML is reported and does not keep the others from being read.
public final class ProjectReader {
  private final FileTree tree;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<SourceDocument> documents = new ArrayList<>();

  private ProjectReader(FileTree tree) {
    this.tree = tree;
  }

  /// Reads every file of a tree that belongs to the project.
  public static Outcome<Project> read(FileTree tree) {
    ProjectReader reader = new ProjectReader(tree);
    FileTree.Listing listing = tree.list();
    reader.found.addAll(listing.diagnostics());
    reader.files(listing.files(), false);
    return reader.finish(true);
  }

  /// Reads the project at a location.
  public static Outcome<Project> read(Location location) {
    return read(location, new DiskTree(location.root()));
  }

  /// The same with other texts than lie there.
  ///
  /// @param tree of the root of the location
  public static Outcome<Project> read(Location location, FileTree tree) {
    if (!location.alone().isEmpty()) {
      return read(tree, location.alone());
    }
    String config = location.config();
    return config == null ? read(tree) : read(tree, config);
  }

  /// Reads every file of a tree that belongs to the project, with its settings in a file of another
  /// name than `procc.yaml`.
  public static Outcome<Project> read(FileTree tree, String config) {
    ProjectReader reader = new ProjectReader(tree);
    FileTree.Listing listing = tree.list();
    reader.found.addAll(listing.diagnostics());
    reader.files(List.of(config), true);
    List<String> others = new ArrayList<>(listing.files());
    others.remove(config);
    others.remove("procc.yaml");
    reader.files(others, false);
    reader.documents.sort((a, b) -> a.path().compareTo(b.path()));
    return reader.finish(true);
  }

  /// Reads these files and no others.
  ///
  /// @param paths relative to the root
  public static Outcome<Project> read(FileTree tree, List<String> paths) {
    ProjectReader reader = new ProjectReader(tree);
    reader.files(List.copyOf(new TreeSet<>(paths)), true);
    return reader.finish(false);
  }

  private Outcome<Project> finish(boolean whole) {
    duplicates();
    return Outcome.of(new Project(tree, documents, found, whole), found);
  }

  /// What a file of the project holds, and the kind that its name promises.
  private record Parsed(@Nullable String habit, Outcome<List<YamlDocument>> documents) {}

  /// Reads one file after the other and parses them together.
  private void files(List<String> paths, boolean asked) {
    List<SourceFile> texts = new ArrayList<>(paths.size());
    for (String path : paths) {
      Outcome<SourceFile> text = tree.read(path);
      SourceFile file = text.value().orElse(null);
      boolean ours =
          asked || Kinds.byHabit(path) != null || (file != null && saysProcc(file.text()));
      if (ours) {
        found.addAll(text.diagnostics());
        if (file != null) {
          texts.add(file);
        }
      }
    }
    for (Parsed parsed : Together.map(texts, ProjectReader::parse)) {
      found.addAll(parsed.documents.diagnostics());
      for (YamlDocument document : parsed.documents.value().orElse(List.of())) {
        document(document, parsed.habit, asked);
      }
    }
  }

  private static Parsed parse(SourceFile file) {
    return new Parsed(Kinds.byHabit(file.path()), Yaml.parse(file));
  }

  private static boolean saysProcc(String text) {
    int at = text.indexOf("procc:");
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at = text.indexOf("procc:", at + 1);
    }
    return at >= 0;
  }

  private void document(YamlDocument document, @Nullable String habit, boolean asked) {
    if (!(document.root() instanceof Mapping mapping)) {
      if (habit != null || asked) {
        found.add(
            Diagnostic.of(
                    ProjectCodes.NOT_A_DOCUMENT,
                    start(document.root().span()),
                    "This is not a document of a process; a document is a mapping with procc and"
                        + " kind")
                .withHint("begin with procc: v1"));
      }
      return;
    }
    if (habit == null && !asked && mapping.get("procc") == null) {
      return;
    }
    String kind = kind(mapping, habit);
    if (kind != null) {
      String key = mapping.get("key") instanceof Scalar scalar ? scalar.value() : "";
      documents.add(new SourceDocument(kind, key, document, mapping));
    }
  }

  private @Nullable String kind(Mapping mapping, @Nullable String habit) {
    Node written = mapping.get("kind");
    if (written instanceof Scalar kind && Kinds.ALL.contains(kind.value())) {
      return kind.value();
    }
    Span at = written == null ? start(mapping.span()) : written.span();
    String message =
        written instanceof Scalar kind && !kind.isNull()
            ? "\"" + kind.value() + "\" is not a kind of document"
            : "This document does not say its kind; every document does";
    String hint =
        written instanceof Scalar kind && !kind.isNull()
            ? Spelling.hint(kind.value(), Kinds.ALL).orElse(null)
            : habit == null ? "known: " + String.join(", ", Kinds.ALL) : "add kind: " + habit;
    found.add(Diagnostic.of(ProjectCodes.DOCUMENT_KIND, at, message).withHint(hint));
    return habit;
  }

  private static Span start(Span whole) {
    return new Span(whole.file(), whole.start(), whole.start());
  }

  private void duplicates() {
    Map<String, SourceDocument> seen = new HashMap<>();
    SourceDocument project = null;
    for (SourceDocument document : documents) {
      if (document.kind().equals("Project")) {
        if (project != null) {
          found.add(
              Diagnostic.of(
                      ProjectCodes.SECOND_PROJECT,
                      document.keySpan(),
                      "\"" + document.key() + "\" is a second Project document; a project has one")
                  .withLabel(project.keySpan(), "the first one is here"));
        } else {
          project = document;
        }
        continue;
      }
      if (document.key().isEmpty()) {
        continue;
      }
      SourceDocument before = seen.putIfAbsent(document.kind() + "/" + document.key(), document);
      if (before != null) {
        found.add(
            Diagnostic.of(
                    ProjectCodes.DUPLICATE_DOCUMENT,
                    document.keySpan(),
                    "\""
                        + document.key()
                        + "\" is the key of two documents of kind "
                        + document.kind()
                        + "; a key is given once per kind")
                .withLabel(before.keySpan(), "the first one is here"));
      }
    }
  }
}
