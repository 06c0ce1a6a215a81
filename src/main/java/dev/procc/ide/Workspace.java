package dev.procc.ide;

import dev.procc.app.project.ProjectRequest;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The open documents of an editor, and their projects. Safe for use by several threads: changes
/// are short, and queries use snapshots.
public final class Workspace {
  /// The name of a text that was never saved, in a project of its own.
  private static final String UNTITLED = "untitled.yaml";

  private final ProjectRequest request;
  private final Map<String, ProjectHost> hosts = new LinkedHashMap<>();
  private final Map<DocumentId, OpenDocument> open = new HashMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  /// An open document in its project.
  private record OpenDocument(DocumentId id, ProjectHost host, String path) {}

  /// A document in a snapshot of its project.
  ///
  /// @param path in the project
  public record View(DocumentId id, Snapshot snapshot, String path, EditorText text) {}

  /// @param request for every project: variables, target, day
  public Workspace(ProjectRequest request) {
    this.request = request;
  }

  /// The request for every project.
  public ProjectRequest request() {
    return request;
  }

  /// Adds a folder of the editor, whose project is read although nothing is open.
  public synchronized void addFolder(Path folder) {
    if (folders.add(folder)) {
      adoptProject(folder);
    }
  }

  public synchronized void removeFolder(Path folder) {
    folders.remove(folder);
    dropUnused();
  }

  private void adoptProject(Path folder) {
    ProjectLocation location = locate(folder);
    if (isProject(location)) {
      hosts.computeIfAbsent(
          location.root().toString(), key -> new ProjectHost(key, request, location));
    }
  }

  private ProjectLocation locate(Path path) {
    return ProjectLocation.find(path, request.config(), List.of());
  }

  private static boolean isProject(ProjectLocation location) {
    String config = location.config();
    return Files.isRegularFile(location.root().resolve(config == null ? "procc.yaml" : config));
  }

  /// Opens a document.
  public synchronized void open(DocumentId id, String text, int version) {
    OpenDocument document = place(id);
    open.put(id, document);
    document.host.put(document.path, new EditorText(document.path, text, version));
  }

  private OpenDocument place(DocumentId id) {
    Path file = id.file();
    if (file == null) {
      ProjectLocation alone =
          new ProjectLocation(
              request.host().directory(), null, List.of(UNTITLED), List.of(UNTITLED));
      return new OpenDocument(id, host(id.name(), alone), UNTITLED);
    }
    Path folder = file.getParent() == null ? file : file.getParent();
    ProjectLocation found = locate(folder);
    String path = withSlashes(found.root().relativize(file));
    if (isProject(found) && file.startsWith(found.root()) && isOfProject(path)) {
      return new OpenDocument(id, host(found.root().toString(), found), path);
    }
    String name = withSlashes(folder.relativize(file));
    ProjectLocation alone = new ProjectLocation(folder, null, List.of(name), List.of(name));
    return new OpenDocument(id, host(file.toString(), alone), name);
  }

  private static boolean isOfProject(String path) {
    return ProjectPaths.isOfProject(path) || ProjectPaths.isTable(path);
  }

  private ProjectHost host(String key, ProjectLocation location) {
    return hosts.computeIfAbsent(key, k -> new ProjectHost(k, request, location));
  }

  private static String withSlashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /// Changes a document.
  public synchronized void change(DocumentId id, EditorText text) {
    OpenDocument document = open.get(id);
    if (document != null) {
      document.host.put(document.path, text);
    }
  }

  /// The editor's text of a document; null if it is not open.
  public synchronized @Nullable EditorText text(DocumentId id) {
    OpenDocument document = open.get(id);
    return document == null ? null : document.host.text(document.path);
  }

  /// Closes a document, so that the file on disk counts again, as it was at the last scan.
  public synchronized void close(DocumentId id) {
    OpenDocument document = open.remove(id);
    if (document != null) {
      document.host.remove(document.path);
      dropUnused();
    }
  }

  private void dropUnused() {
    Set<ProjectHost> used = new LinkedHashSet<>();
    for (OpenDocument document : open.values()) {
      used.add(document.host);
    }
    for (Path folder : folders) {
      ProjectLocation location = locate(folder);
      ProjectHost host = hosts.get(location.root().toString());
      if (host != null && isProject(location)) {
        used.add(host);
      }
    }
    hosts.values().retainAll(used);
  }

  /// Reads the disk again: the files of the projects, and which projects there are.
  ///
  /// @return whether anything changed
  public boolean scan() {
    boolean changed = placeAgain();
    for (ProjectHost host : hosts()) {
      changed |= host.scan();
    }
    return changed;
  }

  private synchronized List<ProjectHost> hosts() {
    return List.copyOf(hosts.values());
  }

  /// Moves documents to the projects to which they belong now.
  private synchronized boolean placeAgain() {
    boolean changed = false;
    for (OpenDocument document : List.copyOf(open.values())) {
      EditorText text = document.host.text(document.path);
      OpenDocument now = place(document.id);
      if (now.host != document.host && text != null) {
        document.host.remove(document.path);
        open.put(document.id, now);
        now.host.put(now.path, new EditorText(now.path, text.written(), text.version()));
        changed = true;
      }
    }
    for (Path folder : folders) {
      adoptProject(folder);
    }
    dropUnused();
    return changed;
  }

  /// The snapshots of all projects, those with open documents first.
  public List<Snapshot> snapshots() {
    List<Snapshot> first = new ArrayList<>();
    List<Snapshot> rest = new ArrayList<>();
    for (ProjectHost host : hosts()) {
      (host.isEmpty() ? rest : first).add(host.snapshot());
    }
    first.addAll(rest);
    return first;
  }

  /// The current view of a document; null if it is not open.
  public @Nullable View view(DocumentId id) {
    OpenDocument document = document(id);
    return document == null ? null : view(document, document.host.snapshot());
  }

  /// The current view of a document, with names from the last compilation of its project; null if
  /// it is not open.
  public @Nullable View quickView(DocumentId id) {
    OpenDocument document = document(id);
    EditorText text = document == null ? null : document.host.text(document.path);
    return document == null || text == null
        ? null
        : new View(id, document.host.compiled(), document.path, text);
  }

  private synchronized @Nullable OpenDocument document(DocumentId id) {
    return open.get(id);
  }

  private static @Nullable View view(OpenDocument document, Snapshot snapshot) {
    EditorText text = snapshot.openText(document.path);
    return text == null ? null : new View(document.id, snapshot, document.path, text);
  }

  /// The open document of a file in a snapshot; null if it is not open.
  public synchronized @Nullable DocumentId openDocument(Snapshot snapshot, String path) {
    for (OpenDocument document : open.values()) {
      if (document.path.equals(path) && document.host.key().equals(snapshot.key())) {
        return document.id;
      }
    }
    return null;
  }

  /// A file in a snapshot of its project.
  public record FileView(Snapshot snapshot, String path) {}

  /// The current view of a file, open or not; null if no project has findings or documents of it.
  public @Nullable FileView file(DocumentId id) {
    View open = view(id);
    Path file = id.file();
    if (open != null || file == null) {
      return open == null ? null : new FileView(open.snapshot(), open.path());
    }
    for (Snapshot snapshot : snapshots()) {
      String path =
          file.startsWith(snapshot.root()) ? withSlashes(snapshot.root().relativize(file)) : "";
      if (snapshot.findings().containsKey(path)) {
        return new FileView(snapshot, path);
      }
    }
    return null;
  }

  /// Whether a file in the editor is still as it was in a snapshot.
  public boolean isCurrent(Snapshot snapshot, String path) {
    DocumentId id = openDocument(snapshot, path);
    EditorText now = id == null ? null : text(id);
    return now == null ? snapshot.openText(path) == null : now == snapshot.openText(path);
  }

  /// Whether a snapshot is still up to date.
  public synchronized boolean isCurrent(Snapshot snapshot) {
    for (ProjectHost host : hosts.values()) {
      if (host.isCurrent(snapshot)) {
        return true;
      }
    }
    return false;
  }
}
