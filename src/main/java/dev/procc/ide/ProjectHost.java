package dev.procc.ide;

import dev.procc.app.project.IncrementalSession;
import dev.procc.app.project.ProjectRequest;
import dev.procc.language.project.ProjectLocation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A project in an editor: its open texts, the latest snapshot, and the last compiled one.
final class ProjectHost {
  private final String key;
  private final IncrementalSession session;
  private final boolean whole;
  private final Map<String, EditorText> open = new TreeMap<>();
  private DiskFiles disk;
  private boolean scanned;
  private long number;
  private @Nullable Snapshot latest;
  private @Nullable Snapshot lastCompiled;

  /// @param key distinguishes it from other projects
  /// @param location a folder with a project file, or a single file
  ProjectHost(String key, ProjectRequest request, ProjectLocation location) {
    this.key = key;
    session = new IncrementalSession(request, location);
    whole = location.standaloneFiles().isEmpty();
    disk = DiskFiles.none(location.root());
  }

  String key() {
    return key;
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  synchronized void put(String path, EditorText text) {
    open.put(path, text);
    outdate();
  }

  synchronized void remove(String path) {
    open.remove(path);
    outdate();
  }

  synchronized @Nullable EditorText text(String path) {
    return open.get(path);
  }

  /// Reads the disk again, while editing continues.
  ///
  /// @return whether anything changed
  boolean scan() {
    DiskFiles before = disk();
    DiskFiles now = before.again(whole);
    synchronized (this) {
      boolean changed = now != disk || !scanned;
      scanned = true;
      if (changed) {
        disk = now;
        outdate();
      }
      return changed;
    }
  }

  private synchronized DiskFiles disk() {
    return disk;
  }

  private synchronized boolean isScanned() {
    return scanned;
  }

  /// The current snapshot.
  Snapshot snapshot() {
    if (!isScanned()) {
      scan();
    }
    synchronized (this) {
      Snapshot known = latest;
      if (known == null) {
        known = new Snapshot(key, session, new EditorTree(disk, open), ++number, this::compiledNow);
        latest = known;
      }
      return known;
    }
  }

  /// The last compiled snapshot, for what may be slightly old; the latest if none was compiled.
  Snapshot compiled() {
    Snapshot now = snapshot();
    synchronized (this) {
      return lastCompiled == null ? now : lastCompiled;
    }
  }

  private synchronized void compiledNow(Snapshot snapshot) {
    Snapshot before = lastCompiled;
    if (before == null || before.number() < snapshot.number()) {
      lastCompiled = snapshot;
    }
  }

  /// Marks the snapshot as out of date.
  private void outdate() {
    latest = null;
  }

  /// Whether a snapshot is still up to date.
  synchronized boolean isCurrent(Snapshot snapshot) {
    return snapshot == latest;
  }
}
