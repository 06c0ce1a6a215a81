package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.TextLines;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.parse.Composer;
import dev.procc.language.yaml.parse.LikelyMistakes;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.SyntaxError;
import dev.procc.language.yaml.parse.SyntaxErrorMessages;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.language.yaml.parse.YamlLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a text; where it is not YAML, mends the fault and reads on, so that one run finds every
/// fault and the rest of the tree is kept.
///
/// Of the likely cures the one is taken after which the text is good for longest.
public final class RepairingParser {
  /// Characters read in all, so that a broken file cannot take for ever.
  private static final long MAX_CHARACTERS_READ = 16_000_000;

  /// Characters behind a fault that a cure must keep good to count as perfect.
  private static final int VALID_WINDOW = 4_096;

  /// Longer texts are mended by taking lines away.
  private static final int LARGE_FILE = 256 * 1024;

  private static final int MAX_ERRORS = 200;

  private static final int MAX_FINDINGS = 1_000;

  /// Lines taken away from which on a file may be something else than YAML.
  private static final int MAX_REMOVED_LINES = 8;

  /// A cure tried: the line up to which the text is good then, and how much of it was read.
  private record RepairTrial(
      RepairCandidate candidate, PatchedText patched, int validUpTo, int eventCount) {}

  private final SourceFile file;
  private final YamlLimits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final TreeSet<Integer> repairedLines = new TreeSet<>();
  private final TreeSet<Integer> reportedLines = new TreeSet<>();
  private PatchedText patched;
  private long charactersRead;
  private int errorCount;
  private int removedLines;

  public RepairingParser(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.patched = PatchedText.unchanged(file.text());
  }

  public Outcome<List<YamlDocument>> parse() {
    Composer composer = compose(patched, Integer.MAX_VALUE);
    while (true) {
      SyntaxError error =
          composer.failure() == null ? null : SyntaxError.of(composer.failure(), composer, patched);
      boolean busy = charactersRead < MAX_CHARACTERS_READ && errorCount < MAX_ERRORS;
      PatchedText next = busy && !composer.unquotedTags().isEmpty() ? quoteTags(composer) : null;
      if (next == null && error != null && busy) {
        next = repair(error);
      }
      if (next == null) {
        stopAtError(error, composer);
        break;
      }
      patched = next;
      composer = compose(patched, Integer.MAX_VALUE);
    }
    if (removedLines >= MAX_REMOVED_LINES && removedLines * 3 > nonBlankLines()) {
      return notYaml();
    }
    findings.addAll(composer.findings());
    if (findings.size() > 1) {
      findings.sort(Finding.READING_ORDER);
    }
    return Outcome.of(List.copyOf(composer.documents(lineNumbers())), findings);
  }

  private int[] lineNumbers() {
    int[] numbers = new int[repairedLines.size()];
    int count = 0;
    for (int line : repairedLines) {
      numbers[count++] = line;
    }
    return numbers;
  }

  private Composer compose(PatchedText text, int until) {
    Composer composer = new Composer(file, text, limits, until);
    composer.run();
    charactersRead += Math.min(text.text().length(), until) + 256L;
    return composer;
  }

  /// Quotes the values that begin with a tag; null when that cannot be done.
  private @Nullable PatchedText quoteTags(Composer composer) {
    List<PatchedText.TextChange> changes = new ArrayList<>();
    for (LikelyMistakes.UnquotedTag tag : composer.unquotedTags()) {
      changes.add(tag.change());
    }
    PatchedText next = patched.withChanges(changes);
    if (next != null) {
      report(composer.unquotedTags());
    }
    return next;
  }

  /// Tries the cures for a fault, reports it and gives the mended text; null when none helps.
  private @Nullable PatchedText repair(SyntaxError error) {
    boolean removalsOnly = file.text().length() > LARGE_FILE;
    List<RepairTrial> trials = new ArrayList<>();
    int before = TextLines.lineStart(file.text(), error.validUpTo());
    int farthest = before;
    for (RepairCandidate candidate : RepairCandidates.of(file, patched, error, removalsOnly)) {
      PatchedText patchedText = patched.withChanges(candidate.changes());
      if (patchedText == null) {
        continue;
      }
      int until = Math.min(patchedText.text().length(), error.offset() + VALID_WINDOW);
      Composer composer = compose(patchedText, until);
      RuntimeException failure = composer.failure();
      int validUpTo =
          failure == null
              ? Integer.MAX_VALUE
              : SyntaxError.of(failure, composer, patchedText).validUpTo();
      validUpTo =
          validUpTo == Integer.MAX_VALUE ? validUpTo : TextLines.lineStart(file.text(), validUpTo);
      if (validUpTo > before) {
        trials.add(new RepairTrial(candidate, patchedText, validUpTo, composer.eventCount()));
        farthest = Math.max(farthest, validUpTo);
      }
      if (charactersRead > MAX_CHARACTERS_READ) {
        break;
      }
    }
    RepairTrial best =
        bestConfident(
            trials, TextLines.lineEnd(file.text(), Math.min(error.offset(), file.text().length())));
    best = best == null ? firstBest(trials, farthest) : best;
    if (best == null) {
      return null;
    }
    removedLines += best.candidate().finding() == null ? 1 : 0;
    report(
        best.candidate().finding() == null
            ? SyntaxErrorMessages.describe(file, error)
            : best.candidate().finding());
    for (PatchedText.TextChange change : best.candidate().changes()) {
      repairedLines.add(file.position(change.from()).line());
    }
    return best.patched();
  }

  /// The best of the sure cures: the text is good past the line of the fault and past its own.
  private @Nullable RepairTrial bestConfident(List<RepairTrial> trials, int past) {
    RepairTrial best = null;
    for (RepairTrial trial : trials) {
      int own = TextLines.lineEnd(file.text(), trial.candidate().changes().getLast().to());
      if (trial.candidate().confident()
          && trial.validUpTo() > Math.max(own, past)
          && (best == null || trial.validUpTo() > best.validUpTo())) {
        best = trial;
      }
    }
    return best;
  }

  private static @Nullable RepairTrial firstBest(List<RepairTrial> trials, int farthest) {
    int most = 0;
    for (RepairTrial trial : trials) {
      if (trial.validUpTo() == farthest) {
        most = Math.max(most, trial.eventCount());
      }
    }
    for (RepairTrial trial : trials) {
      if (trial.validUpTo() == farthest && trial.eventCount() + 3 >= most) {
        return trial;
      }
    }
    return null;
  }

  private void report(List<LikelyMistakes.UnquotedTag> tags) {
    for (int i = 0; i < tags.size() && findings.size() < MAX_FINDINGS; i++) {
      findings.add(tags.get(i).finding());
    }
  }

  /// One finding a line: those that follow are mostly echoes.
  private void report(Finding finding) {
    errorCount++;
    Span span = finding.span();
    if (span == null || reportedLines.add(span.startPosition().line())) {
      findings.add(finding);
    }
  }

  /// The tree ends where the text is no longer good.
  private void stopAtError(@Nullable SyntaxError error, Composer composer) {
    report(composer.unquotedTags());
    if (error != null) {
      report(SyntaxErrorMessages.describe(file, error));
      for (int line = error.lineNumber(file); line <= file.lineCount(); line++) {
        repairedLines.add(line);
      }
    }
  }

  private int nonBlankLines() {
    int filled = 0;
    for (int line = 1; line <= file.lineCount(); line++) {
      filled += SourceLine.of(file, line).isEmpty() ? 0 : 1;
    }
    return filled;
  }

  /// A text of another kind altogether: one finding says more than one a line.
  private Outcome<List<YamlDocument>> notYaml() {
    findings.sort(Finding.READING_ORDER);
    Finding first = findings.getFirst();
    return Outcome.of(
        List.of(),
        List.of(
            Finding.of(
                    YamlCodes.SYNTAX,
                    first.span(),
                    "\""
                        + file.path()
                        + "\" is not YAML: most of its lines are at fault, this one first")
                .withHint(first.message())));
  }
}
