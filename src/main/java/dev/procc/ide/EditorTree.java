package dev.procc.ide;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.ProjectPaths;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The files of a project at one moment: those of the editor, otherwise those on disk.
final class EditorTree implements FileTree {
  private final DiskFiles disk;
  private final Map<String, EditorText> open;

  EditorTree(DiskFiles disk, Map<String, EditorText> open) {
    this.disk = disk;
    this.open = new TreeMap<>(open);
  }

  /// The same files with some other texts.
  EditorTree with(Map<String, String> texts) {
    Map<String, EditorText> all = new TreeMap<>(open);
    texts.forEach((path, text) -> all.put(path, new EditorText(path, text, 0)));
    return new EditorTree(disk, all);
  }

  @Override
  public FileListing list() {
    Collection<String> all = new TreeSet<>(disk.listing().files());
    for (String path : open.keySet()) {
      if (ProjectPaths.isOfProject(path)) {
        all.add(path);
      }
    }
    return new FileListing(List.copyOf(all), disk.listing().findings());
  }

  @Override
  public boolean exists(String path) {
    return open.containsKey(path) || disk.exists(path);
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    EditorText text = open.get(path);
    if (text != null) {
      return text.decoded();
    }
    return disk.text(path);
  }

  /// The editor's text of a file; null if it is not open.
  @Nullable EditorText openText(String path) {
    return open.get(path);
  }

  /// The paths that are open in the editor.
  Collection<String> openPaths() {
    return open.keySet();
  }
}
