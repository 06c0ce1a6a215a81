package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// The reader of YAML texts: the scanner reads plain ones, the engine all others.
public final class YamlReader {
  private YamlReader() {}

  /// The number of characters after the plain part in which a fault is searched.
  private static final int FAULT_WINDOW = 4_096;

  /// Reads a text up to its first syntax error.
  ///
  /// @param until the offset in the repaired text at which to stop; with such a limit, events are
  ///   only counted and no tree is built
  public static Composer read(SourceFile file, PatchedText patched, YamlLimits limits, int until) {
    PlainEvents plain = PlainScanner.scan(patched.text(), until);
    Composer composer = new Composer(file, patched, limits, until);
    if (plain == null) {
      readByEngine(composer);
    } else {
      send(plain, composer);
    }
    return composer;
  }

  /// Reads a text; of one with a fault, possibly only what leads to it.
  public static Composer readOrFindFault(SourceFile file, PatchedText patched, YamlLimits limits) {
    boolean printable = file.isPlain() && patched.text().equals(file.text());
    PlainScanner scanner = new PlainScanner(patched.text(), printable);
    PlainEvents plain = scanner.scan();
    Composer whole = new Composer(file, patched, limits, Integer.MAX_VALUE);
    if (plain != null) {
      send(plain, whole);
      return whole;
    }
    OpenEntries open = scanner.open();
    PatchedText cut = patched.withChanges(open.passed(patched, Integer.MAX_VALUE).removals());
    if (open.stop() > FAULT_WINDOW && !open.mattersToFaults() && cut != null) {
      Composer part = new Composer(file, cut, limits, Integer.MAX_VALUE);
      int cutLength = patched.text().length() - cut.text().length();
      part.readUpToFault(open, open.stop() - cutLength + FAULT_WINDOW);
      readByEngine(part);
      if (part.failure() != null) {
        return part;
      }
    }
    readByEngine(whole);
    return whole;
  }

  private static void send(PlainEvents plain, Composer composer) {
    plain.sendTo(composer);
    composer.finish(null);
  }

  static void readByEngine(Composer composer) {
    @Nullable RuntimeException failure = null;
    try {
      EngineEvents.send(composer);
    } catch (RuntimeException e) {
      failure = e;
    }
    composer.finish(failure);
  }
}
