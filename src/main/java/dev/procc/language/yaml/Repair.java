package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a text; where it is not YAML, mends the fault and reads on, so that one run finds every
/// fault and the rest of the tree is kept.
///
/// Of the likely cures the one is taken after which the text is good for longest.
final class Repair {
  /// Characters read in all, so that a broken file cannot take for ever.
  private static final long WORK = 16_000_000;

  /// Characters behind a fault that a cure must keep good to count as perfect.
  private static final int WINDOW = 4_096;

  /// Longer texts are mended by taking lines away.
  private static final int LARGE = 256 * 1024;

  private static final int MOST_FAULTS = 200;

  private static final int MOST_FINDINGS = 1_000;

  /// Lines taken away from which on a file may be something else than YAML.
  private static final int MANY = 8;

  /// A cure tried: the line up to which the text is good then, and how much of it was read.
  private record Trial(Cure cure, Patched patched, int reach, int nodes) {}

  private final SourceFile file;
  private final YamlLimits limits;
  private final List<Diagnostic> found = new ArrayList<>();
  private final TreeSet<Integer> lines = new TreeSet<>();
  private final TreeSet<Integer> reported = new TreeSet<>();
  private Patched patched;
  private long work;
  private int faults;
  private int lost;

  Repair(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.patched = Patched.none(file.text());
  }

  Outcome<List<YamlDocument>> parse() {
    Composer composer = compose(patched, Integer.MAX_VALUE);
    while (true) {
      Fault fault =
          composer.failure() == null ? null : Fault.of(composer.failure(), composer, patched);
      boolean busy = work < WORK && faults < MOST_FAULTS;
      Patched next = busy && !composer.traps().isEmpty() ? spring(composer) : null;
      if (next == null && fault != null && busy) {
        next = mend(fault);
      }
      if (next == null) {
        giveUp(fault, composer);
        break;
      }
      patched = next;
      composer = compose(patched, Integer.MAX_VALUE);
    }
    if (lost >= MANY && lost * 3 > filledLines()) {
      return nothing();
    }
    found.addAll(composer.found());
    if (found.size() > 1) {
      found.sort(Diagnostic.READING_ORDER);
    }
    return Outcome.of(List.copyOf(composer.documents(lineNumbers())), found);
  }

  private int[] lineNumbers() {
    int[] numbers = new int[lines.size()];
    int count = 0;
    for (int line : lines) {
      numbers[count++] = line;
    }
    return numbers;
  }

  private Composer compose(Patched text, int until) {
    Composer composer = new Composer(file, text, limits, until);
    composer.run();
    work += Math.min(text.text().length(), until) + 256L;
    return composer;
  }

  /// Quotes the values that begin with a tag; null when that cannot be done.
  private @Nullable Patched spring(Composer composer) {
    List<Patched.Change> changes = new ArrayList<>();
    for (Slips.Trap trap : composer.traps()) {
      changes.add(trap.change());
    }
    Patched next = patched.with(changes);
    if (next != null) {
      report(composer.traps());
    }
    return next;
  }

  /// Tries the cures for a fault, reports it and gives the mended text; null when none helps.
  private @Nullable Patched mend(Fault fault) {
    boolean rough = file.text().length() > LARGE;
    List<Trial> trials = new ArrayList<>();
    int before = Lines.start(file.text(), fault.reach());
    int farthest = before;
    for (Cure cure : Cures.of(file, patched, fault, rough)) {
      Patched mended = patched.with(cure.changes());
      if (mended == null) {
        continue;
      }
      int until = Math.min(mended.text().length(), fault.at() + WINDOW);
      Composer composer = compose(mended, until);
      RuntimeException failure = composer.failure();
      int reach = failure == null ? Integer.MAX_VALUE : Fault.of(failure, composer, mended).reach();
      reach = reach == Integer.MAX_VALUE ? reach : Lines.start(file.text(), reach);
      if (reach > before) {
        trials.add(new Trial(cure, mended, reach, composer.events()));
        farthest = Math.max(farthest, reach);
      }
      if (work > WORK) {
        break;
      }
    }
    Trial best = sure(trials, Lines.end(file.text(), Math.min(fault.at(), file.text().length())));
    best = best == null ? best(trials, farthest) : best;
    if (best == null) {
      return null;
    }
    lost += best.cure().finding() == null ? 1 : 0;
    report(best.cure().finding() == null ? Syntax.finding(file, fault) : best.cure().finding());
    for (Patched.Change change : best.cure().changes()) {
      lines.add(file.position(change.from()).line());
    }
    return best.patched();
  }

  /// The best of the sure cures: the text is good past the line of the fault and past its own.
  private @Nullable Trial sure(List<Trial> trials, int past) {
    Trial best = null;
    for (Trial trial : trials) {
      int own = Lines.end(file.text(), trial.cure().changes().getLast().to());
      if (trial.cure().sure()
          && trial.reach() > Math.max(own, past)
          && (best == null || trial.reach() > best.reach())) {
        best = trial;
      }
    }
    return best;
  }

  private static @Nullable Trial best(List<Trial> trials, int farthest) {
    int most = 0;
    for (Trial trial : trials) {
      if (trial.reach() == farthest) {
        most = Math.max(most, trial.nodes());
      }
    }
    for (Trial trial : trials) {
      if (trial.reach() == farthest && trial.nodes() + 3 >= most) {
        return trial;
      }
    }
    return null;
  }

  private void report(List<Slips.Trap> traps) {
    for (int i = 0; i < traps.size() && found.size() < MOST_FINDINGS; i++) {
      found.add(traps.get(i).finding());
    }
  }

  /// One finding a line: those that follow are mostly echoes.
  private void report(Diagnostic finding) {
    faults++;
    Span span = finding.span();
    if (span == null || reported.add(span.from().line())) {
      found.add(finding);
    }
  }

  /// The tree ends where the text is no longer good.
  private void giveUp(@Nullable Fault fault, Composer composer) {
    report(composer.traps());
    if (fault != null) {
      report(Syntax.finding(file, fault));
      for (int line = fault.line(file); line <= file.lineCount(); line++) {
        lines.add(line);
      }
    }
  }

  private int filledLines() {
    int filled = 0;
    for (int line = 1; line <= file.lineCount(); line++) {
      filled += SourceLine.of(file, line).empty() ? 0 : 1;
    }
    return filled;
  }

  /// A text of another kind altogether: one finding says more than one a line.
  private Outcome<List<YamlDocument>> nothing() {
    found.sort(Diagnostic.READING_ORDER);
    Diagnostic first = found.getFirst();
    return Outcome.of(
        List.of(),
        List.of(
            Diagnostic.of(
                    YamlCodes.SYNTAX,
                    first.span(),
                    "\""
                        + file.path()
                        + "\" is not YAML: most of its lines are at fault, this one first")
                .withHint(first.message())));
  }
}
