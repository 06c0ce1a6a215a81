package dev.procc.language.yaml.parse;

import dev.procc.base.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// Reads texts: plain ones by the scanner for them, all others by the engine.
public final class YamlReader {
  private YamlReader() {}

  /// Reads a text up to its first syntax error.
  ///
  /// @param until the offset in the repaired text at which to stop; with a bound given, events are
  ///   only counted and no tree is built
  public static Composer read(SourceFile file, PatchedText patched, YamlLimits limits, int until) {
    PlainEvents plain = PlainScanner.scan(patched.text());
    Composer composer = new Composer(file, patched, limits, until);
    if (plain == null) {
      readByEngine(composer);
    } else {
      plain.sendTo(composer);
      composer.finish(null);
    }
    return composer;
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
