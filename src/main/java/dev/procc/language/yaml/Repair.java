package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Reads a text again and again with its faults mended, until it is YAML.
final class Repair {
  /// Characters read in all, so that a broken file cannot take for ever.
  private static final long WORK = 16_000_000;

  private final SourceFile file;
  private final YamlLimits limits;
  private final List<Diagnostic> found = new ArrayList<>();
  private final TreeSet<Integer> lines = new TreeSet<>();
  private Patched patched;
  private long work;

  Repair(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.patched = Patched.none(file.text());
  }

  Outcome<List<YamlDocument>> parse() {
    Composer composer = compose(patched);
    while (!composer.traps().isEmpty() && work < WORK) {
      List<Patched.Change> changes = new ArrayList<>();
      for (Composer.Trap trap : composer.traps()) {
        changes.add(trap.change());
      }
      Patched next = patched.with(changes);
      if (next == null) {
        break;
      }
      for (Composer.Trap trap : composer.traps()) {
        found.add(trap.finding());
      }
      patched = next;
      composer = compose(patched);
    }
    RuntimeException failure = composer.failure();
    if (failure != null) {
      Diagnostic finding = new Syntax(file, patched, composer).finding(failure);
      found.add(finding);
      int from = finding.span() == null ? 1 : finding.span().from().line();
      for (int line = from; line <= file.lineCount(); line++) {
        lines.add(line);
      }
    }
    found.addAll(composer.found());
    found.sort(Diagnostic.READING_ORDER);
    int[] repaired = lines.stream().mapToInt(Integer::intValue).toArray();
    return Outcome.of(List.copyOf(composer.documents(repaired)), found);
  }

  private Composer compose(Patched text) {
    Composer composer = new Composer(file, text, limits);
    composer.run();
    work += text.text().length();
    return composer;
  }
}
