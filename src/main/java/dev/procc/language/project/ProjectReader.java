package dev.procc.language.project;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The reader of the documents of a tree.
///
/// A file belongs to the project if its name implies a kind, or if one of its documents has the
/// marks of procc. A file that is not YAML is reported, and the others are still read.
public final class ProjectReader {
  private static final String SAME_TEXT =
      "both files hold the same text, one is a link to the other or a copy: remove one";

  private final FileTree tree;
  private final ReadCache cache;
  private final Findings findings = new Findings();
  private final List<SourceDocument> documents = new ArrayList<>();

  private ProjectReader(FileTree tree, ReadCache cache) {
    this.tree = tree;
    this.cache = cache;
  }

  /// Reads all files of a tree that belong to the project.
  public static Outcome<Project> read(FileTree tree) {
    return read(tree, new ReadCache());
  }

  private static Outcome<Project> read(FileTree tree, ReadCache cache) {
    ProjectReader reader = new ProjectReader(tree, cache);
    FileTree.FileListing listing = tree.list();
    reader.findings.addAll(listing.findings());
    reader.readFiles(listing.files(), false);
    return reader.finish(true);
  }

  /// Reads the project at a location.
  public static Outcome<Project> read(ProjectLocation location) {
    return read(location, new DiskTree(location.root()));
  }

  /// Reads the project at a location, with other texts in place of its files.
  ///
  /// @param tree of the root of the location
  public static Outcome<Project> read(ProjectLocation location, FileTree tree) {
    return read(location, tree, new ReadCache());
  }

  /// Reads a project again; files that are unchanged since the cache was last used are not parsed
  /// again.
  public static Outcome<Project> read(ProjectLocation location, FileTree tree, ReadCache cache) {
    if (!location.standaloneFiles().isEmpty()) {
      return read(tree, location.standaloneFiles(), cache);
    }
    String config = location.config();
    return config == null ? read(tree, cache) : read(tree, config, cache);
  }

  /// Reads all files of a tree that belong to the project, whose project file has another name than
  /// `procc.yaml`.
  public static Outcome<Project> read(FileTree tree, String config) {
    return read(tree, config, new ReadCache());
  }

  private static Outcome<Project> read(FileTree tree, String config, ReadCache cache) {
    ProjectReader reader = new ProjectReader(tree, cache);
    FileTree.FileListing listing = tree.list();
    reader.findings.addAll(listing.findings());
    reader.readFiles(List.of(config), true);
    List<String> others = new ArrayList<>(listing.files());
    others.remove(config);
    others.remove("procc.yaml");
    reader.readFiles(others, false);
    reader.documents.sort((a, b) -> a.path().compareTo(b.path()));
    return reader.finish(true);
  }

  /// Reads only these files.
  ///
  /// @param paths relative to the root
  public static Outcome<Project> read(FileTree tree, List<String> paths) {
    return read(tree, paths, new ReadCache());
  }

  private static Outcome<Project> read(FileTree tree, List<String> paths, ReadCache cache) {
    ProjectReader reader = new ProjectReader(tree, cache);
    reader.readFiles(List.copyOf(new TreeSet<>(paths)), true);
    return reader.finish(false);
  }

  /// Whether a file belongs to the project in whose folder it is.
  public static boolean isDefinition(SourceFile file) {
    return DefinitionFile.isDefinition(file);
  }

  private Outcome<Project> finish(boolean complete) {
    Timings.enter(Phase.BIND);
    reportDuplicates();
    List<Finding> all = findings.toList();
    return Outcome.of(new Project(tree, cache, documents, all, complete), all);
  }

  /// Reads the files in order, then parses them in parallel.
  private void readFiles(List<String> paths, boolean explicit) {
    List<SourceFile> texts = new ArrayList<>(paths.size());
    for (String path : paths) {
      Outcome<SourceFile> text = tree.read(path);
      SourceFile file = text.value().orElse(null);
      boolean belongs =
          explicit
              || DocumentKinds.fromFileName(path) != null
              || (file != null && cache.isDefinition(file));
      if (belongs) {
        findings.addAll(text.findings());
        if (file != null) {
          texts.add(file);
        }
      }
    }
    for (DefinitionFile read : Parallel.map(texts, file -> cache.read(file, explicit))) {
      findings.addAll(read.findings());
      documents.addAll(read.documents());
    }
  }

  private static boolean isSameText(SourceDocument a, SourceDocument b) {
    return a.file() != b.file() && a.file().text().equals(b.file().text());
  }

  private void reportDuplicates() {
    Map<String, SourceDocument> seen = new HashMap<>();
    SourceDocument project = null;
    for (SourceDocument document : documents) {
      if (document.kind().equals("Project")) {
        if (project != null) {
          findings.add(
              Finding.of(
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
        findings.add(
            Finding.of(
                    ProjectCodes.DUPLICATE_DOCUMENT,
                    document.keySpan(),
                    "\""
                        + document.key()
                        + "\" is the key of two documents of kind "
                        + document.kind()
                        + "; a key is given once per kind")
                .withLabel(before.keySpan(), "the first one is here")
                .withHint(isSameText(document, before) ? SAME_TEXT : null));
      }
    }
  }
}
