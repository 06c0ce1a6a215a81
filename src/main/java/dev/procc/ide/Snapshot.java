package dev.procc.ide;

import dev.procc.app.Failure;
import dev.procc.app.project.IncrementalSession;
import dev.procc.app.project.TargetLint;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.SourceDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A project at one moment. It never changes; results are computed once, on demand. Who asks for
/// one that is known never waits for the computation of another snapshot.
public final class Snapshot {
  /// The file at which findings without a text are shown.
  private static final String PROJECT_FILE = "procc.yaml";

  private final String key;
  private final IncrementalSession session;
  private final EditorTree tree;
  private final long number;
  private final Consumer<Snapshot> whenCompiled;
  private volatile @Nullable Outcome<Project> read;
  private volatile @Nullable Compilation compilation;
  private volatile @Nullable TargetLint lint;
  private volatile @Nullable String failure;
  private final Map<Object, Object> derived = new HashMap<>();

  /// @param whenCompiled called once
  Snapshot(
      String key,
      IncrementalSession session,
      EditorTree tree,
      long number,
      Consumer<Snapshot> whenCompiled) {
    this.key = key;
    this.session = session;
    this.tree = tree;
    this.number = number;
    this.whenCompiled = whenCompiled;
  }

  /// The key that distinguishes its project from others.
  public String key() {
    return key;
  }

  /// The number of the snapshot, which grows with time.
  public long number() {
    return number;
  }

  /// The folder to which paths are relative.
  public Path root() {
    return session.location().root();
  }

  public FileTree tree() {
    return tree;
  }

  /// The project as it was read.
  public Project project() {
    return read().value().orElseThrow();
  }

  private Outcome<Project> read() {
    Outcome<Project> known = read;
    return known == null ? readNow() : known;
  }

  private Outcome<Project> readNow() {
    synchronized (session) {
      Outcome<Project> known = read;
      if (known == null) {
        known = session.read(tree);
        read = known;
      }
      return known;
    }
  }

  /// Whether it has been compiled.
  public boolean isCompiled() {
    return compilation != null;
  }

  /// The compiled project.
  public Compilation compilation() {
    Compilation known = compilation;
    return known == null ? compileNow() : known;
  }

  private Compilation compileNow() {
    Outcome<Project> project = read();
    synchronized (session) {
      Compilation known = compilation;
      if (known != null) {
        return known;
      }
      try {
        known = session.compile(project);
      } catch (Failure e) {
        failure = e.message();
        known =
            new Compilation(
                project(), null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
      }
      compilation = known;
      whenCompiled.accept(this);
      return known;
    }
  }

  /// The lint of the project, for each of its targets if the editor chose none.
  public TargetLint lint() {
    TargetLint known = lint;
    return known == null ? lintNow() : known;
  }

  private TargetLint lintNow() {
    Compilation compiled = compilation();
    synchronized (session) {
      TargetLint known = lint;
      if (known == null) {
        try {
          known = session.lint(read(), compiled);
        } catch (Failure e) {
          known = TargetLint.of(compiled);
        }
        lint = known;
      }
      return known;
    }
  }

  /// Lints the project with other texts, without keeping the result.
  public TargetLint lintTree(FileTree other) {
    TargetLint known = lint();
    try {
      return session.lintAnew(other);
    } catch (Failure e) {
      return known;
    }
  }

  /// What the project would be with some other texts, by path.
  public Snapshot with(Map<String, String> texts) {
    return new Snapshot(key, session, tree.with(texts), number, other -> {});
  }

  /// The reason why nothing could be compiled; null if it could.
  public @Nullable String failure() {
    return failure;
  }

  /// The documents besides processes: calendars, periods, people.
  public ProjectDocuments documents() {
    return derived(
        ProjectDocuments.class, ProjectDocuments.class, s -> ProjectDocuments.read(read()));
  }

  /// A value that depends only on this snapshot, computed once.
  ///
  /// @param key of the value
  public <T> T derived(Object key, Class<T> type, Function<Snapshot, T> make) {
    synchronized (derived) {
      Object known = derived.get(key);
      if (known == null) {
        known = make.apply(this);
        derived.put(key, known);
      }
      return type.cast(known);
    }
  }

  /// The findings by path, for each file that has any or belongs to the project.
  public Map<String, List<Finding>> findings() {
    Map<String, List<Finding>> byPath = new TreeMap<>();
    for (String path : paths()) {
      byPath.put(path, new ArrayList<>());
    }
    for (Finding finding : isForeign() ? List.<Finding>of() : lint().compilation().findings()) {
      String path = finding.span() == null ? PROJECT_FILE : finding.span().file().path();
      byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(finding);
    }
    return byPath;
  }

  /// Whether it is a single file that is not a definition.
  public boolean isForeign() {
    for (String path : session.location().standaloneFiles()) {
      SourceFile file = tree.read(path).value().orElse(null);
      if (file == null || !ProjectReader.isDefinition(file)) {
        return true;
      }
    }
    return false;
  }

  /// The paths of the files with documents of the project.
  public Collection<String> paths() {
    Collection<String> paths = new TreeSet<>();
    for (SourceDocument document : project().documents()) {
      paths.add(document.path());
    }
    return paths;
  }

  /// The paths that are open in the editor.
  public Collection<String> openPaths() {
    return tree.openPaths();
  }

  /// The documents of a file, in order.
  public List<SourceDocument> documentsOf(String path) {
    List<SourceDocument> documents = new ArrayList<>();
    for (SourceDocument document : project().documents()) {
      if (document.path().equals(path)) {
        documents.add(document);
      }
    }
    return documents;
  }

  /// The editor's text of a file; null if it is not open.
  public @Nullable EditorText openText(String path) {
    return tree.openText(path);
  }

  /// The version of a text in the editor; null if it is not open.
  public @Nullable Integer version(String path) {
    EditorText open = tree.openText(path);
    return open == null ? null : open.version();
  }

  /// The text of a file in the editor or on disk; null if there is none.
  public @Nullable EditorText text(String path) {
    EditorText open = tree.openText(path);
    if (open != null) {
      return open;
    }
    SourceFile file = tree.read(path).value().orElse(null);
    return file == null ? null : EditorText.of(file);
  }

  /// The offset in a file for one in a later text of it; where the text around it is new, the end
  /// of what is the same before it.
  public int offsetOf(String path, String later, int offset) {
    EditorText known = text(path);
    String text = known == null ? "" : known.file().text();
    int same = 0;
    while (same < Math.min(offset, text.length()) && text.charAt(same) == later.charAt(same)) {
      same++;
    }
    int tail = later.length() - offset;
    boolean isBefore = same < offset && text.length() - same >= tail;
    return isBefore && text.regionMatches(text.length() - tail, later, offset, tail)
        ? text.length() - tail
        : same;
  }
}
