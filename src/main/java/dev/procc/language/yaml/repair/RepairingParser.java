package dev.procc.language.yaml.repair;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.TextLines;
import dev.procc.language.yaml.node.Damage;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.parse.Composer;
import dev.procc.language.yaml.parse.LikelyMistakes;
import dev.procc.language.yaml.parse.OpenEntries;
import dev.procc.language.yaml.parse.PatchedText;
import dev.procc.language.yaml.parse.SourceLine;
import dev.procc.language.yaml.parse.SyntaxError;
import dev.procc.language.yaml.parse.SyntaxErrorMessages;
import dev.procc.language.yaml.parse.YamlCodes;
import dev.procc.language.yaml.parse.YamlLimits;
import dev.procc.language.yaml.parse.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A parser that repairs a text which is not YAML and goes on, so that one run finds every error
/// and the rest of the tree is kept.
///
/// Of the candidates, the repair is chosen after which the text is valid furthest.
public final class RepairingParser {
  /// The most characters parsed in all attempts together, a limit on the time for a broken file.
  private static final long MAX_CHARACTERS_READ = 6_000_000;

  /// The characters after an error that are parsed to judge a repair.
  private static final int VALID_WINDOW = 4_096;

  /// The length from which text is only removed to repair errors.
  private static final int LARGE_FILE = 256 * 1024;

  private static final int MAX_ERRORS = 200;

  private static final OpenEntries.Passed NOTHING_PASSED = new OpenEntries.Passed(List.of(), 0);

  private static final int MAX_FINDINGS = 1_000;

  /// The number of removals from which a file may not be YAML at all.
  private static final int MAX_REMOVALS = 8;

  /// A repair that was tried.
  ///
  /// @param validUpTo the start of the line up to which the text is then valid
  private record RepairTrial(
      RepairCandidate candidate, PatchedText patched, int validUpTo, int eventCount) {}

  private final SourceFile file;
  private final YamlLimits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Integer> reportedLines = new HashSet<>();
  private PatchedText patched;
  private long charactersRead;
  private int errorCount;
  private int removalCount;
  private final List<Span> lost = new ArrayList<>();
  private final List<Span> moved = new ArrayList<>();

  public RepairingParser(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.patched = PatchedText.unchanged(file.text());
  }

  /// The documents of the text, with every error found.
  public Outcome<List<YamlDocument>> parse() {
    HiddenCharacters hidden = hiddenCharacters();
    RepairCandidate visible =
        hidden == null
            ? null
            : hidden.repair(new RepairingParser(hidden.cleaned(), limits).parse());
    if (visible != null) {
      report(Objects.requireNonNull(visible.finding()));
      patched = Objects.requireNonNull(patched.withChanges(visible.changes()));
    }
    Composer composer = compose();
    while (true) {
      SyntaxError error = SyntaxError.of(composer);
      boolean busy = charactersRead < MAX_CHARACTERS_READ && errorCount < MAX_ERRORS;
      PatchedText next = busy && !composer.unquotedTags().isEmpty() ? quoteTags(composer) : null;
      if (next == null && error != null && busy) {
        next = repair(error, composer.passed());
      }
      if (next == null) {
        composer = whole(composer);
        stopAtError(error, composer);
        break;
      }
      patched = next;
      composer = compose();
    }
    if (removalCount >= MAX_REMOVALS && removalCount * 3 > nonBlankLines()) {
      return notYaml();
    }
    for (Finding finding : composer.findings()) {
      if (!isConsequence(finding)) {
        findings.add(finding);
      }
    }
    addDamage(composer.findings());
    if (findings.size() > 1) {
      findings.sort(Finding.READING_ORDER);
    }
    return Outcome.of(List.copyOf(composer.documents(new Damage(lost, moved))), findings);
  }

  private @Nullable HiddenCharacters hiddenCharacters() {
    boolean ascii = file.isPlain() || TextLines.isAscii(file.text());
    return ascii ? null : HiddenCharacters.find(file);
  }

  private Composer compose() {
    charactersRead += patched.text().length() + 256L;
    return YamlReader.readOrFindFault(file, patched, limits);
  }

  /// The text read from its beginning.
  private Composer whole(Composer composer) {
    return composer.passed() == null
        ? composer
        : YamlReader.read(file, patched, limits, Integer.MAX_VALUE);
  }

  /// The text with quotes around the values that begin with a tag; null if they cannot be added.
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

  /// Tries the repairs of an error and reports it; returns the repaired text, or null if none
  /// helps.
  ///
  /// @param passed what need not be read to judge a repair; null for nothing
  private @Nullable PatchedText repair(SyntaxError error, @Nullable OpenEntries passed) {
    int validBefore = TextLines.lineStart(file.text(), error.validUpTo());
    List<RepairTrial> trials = tryCandidates(error, validBefore, passed);
    int errorLineEnd =
        TextLines.lineEnd(file.text(), Math.min(error.offset(), file.text().length()));
    RepairTrial best = bestConfident(trials, errorLineEnd);
    best = best == null ? firstBest(trials) : best;
    if (best == null) {
      return null;
    }
    Finding explanation = best.candidate().finding();
    removalCount += explanation == null ? 1 : 0;
    report(explanation == null ? SyntaxErrorMessages.describe(file, error) : explanation);
    addDamage(best.candidate());
    return best.patched();
  }

  /// The repairs after which the text is valid further than before.
  private List<RepairTrial> tryCandidates(
      SyntaxError error, int validBefore, @Nullable OpenEntries passed) {
    boolean removalsOnly = file.text().length() > LARGE_FILE;
    int judgedFrom = error.isUnclosedQuote() ? error.opener() : error.offset();
    List<PatchedText.TextChange> behind = behind(judgedFrom + 2 * VALID_WINDOW);
    List<RepairTrial> trials = new ArrayList<>();
    for (RepairCandidate candidate : RepairCandidates.of(file, patched, error, removalsOnly)) {
      PatchedText patchedText = patched.withChanges(candidate.changes());
      if (patchedText == null) {
        continue;
      }
      OpenEntries.Passed over =
          passed == null ? NOTHING_PASSED : passed.passed(patched, firstChange(candidate));
      PatchedText cut = patchedText.withChanges(over.removals());
      PatchedText begun = cut == null ? patchedText : cut;
      int left = patchedText.length() - begun.length();
      PatchedText ended = begun.withChanges(behind);
      PatchedText tried = ended == null ? begun : ended;
      int until = Math.min(tried.length(), judgedFrom + VALID_WINDOW - left);
      Composer composer = YamlReader.read(file, tried, limits, until);
      charactersRead += until + 256L;
      int validUpTo = validUpTo(composer);
      if (validUpTo > validBefore) {
        int events = composer.eventCount() + (cut == null ? 0 : over.eventCount());
        trials.add(new RepairTrial(candidate, patchedText, validUpTo, events));
      }
      if (charactersRead > MAX_CHARACTERS_READ) {
        break;
      }
    }
    return trials;
  }

  /// The removal of the lines after a place, which have no influence on a repair.
  private List<PatchedText.TextChange> behind(int place) {
    int length = file.text().length();
    int from = place < length ? TextLines.lineEnd(file.text(), place) : length;
    return from < length ? List.of(new PatchedText.TextChange(from, length, "")) : List.of();
  }

  private static int firstChange(RepairCandidate candidate) {
    int first = Integer.MAX_VALUE;
    for (PatchedText.TextChange change : candidate.changes()) {
      first = Math.min(first, change.from());
    }
    return first;
  }

  private int validUpTo(Composer composer) {
    SyntaxError error = SyntaxError.of(composer);
    return error == null ? Integer.MAX_VALUE : TextLines.lineStart(file.text(), error.validUpTo());
  }

  /// The best of the confident repairs that make the line of the error and their own valid; null if
  /// there is none.
  private @Nullable RepairTrial bestConfident(List<RepairTrial> trials, int errorLineEnd) {
    RepairTrial best = null;
    for (RepairTrial trial : trials) {
      int ownLineEnd = TextLines.lineEnd(file.text(), trial.candidate().changes().getLast().to());
      if (trial.candidate().confident()
          && trial.validUpTo() > Math.max(ownLineEnd, errorLineEnd)
          && (best == null || trial.validUpTo() > best.validUpTo())) {
        best = trial;
      }
    }
    return best;
  }

  /// Among the repairs after which the text is valid furthest and hardly less of it is read, the
  /// one after which its lines are indented most evenly; null if there is none.
  private static @Nullable RepairTrial firstBest(List<RepairTrial> trials) {
    int farthest = 0;
    int most = 0;
    for (RepairTrial trial : trials) {
      if (trial.validUpTo() > farthest) {
        farthest = trial.validUpTo();
        most = 0;
      }
      if (trial.validUpTo() == farthest) {
        most = Math.max(most, trial.eventCount());
      }
    }
    RepairTrial best = null;
    int steps = 0;
    for (RepairTrial trial : trials) {
      if (trial.validUpTo() == farthest && trial.eventCount() + 3 >= most) {
        boolean removal = trial.candidate().finding() == null;
        int uneven = removal ? Integer.MAX_VALUE : unevenSteps(trial.patched().text());
        if (best == null || uneven < steps) {
          best = trial;
          steps = uneven;
        }
      }
    }
    return best;
  }

  /// The number of lines that begin anywhere but two columns after the line that they belong to,
  /// plus the number of keys without a value although a line follows.
  private static int unevenSteps(String text) {
    SourceFile file = new SourceFile("", text);
    int[] open = new int[file.lineCount() + 1];
    int depth = 0;
    int uneven = 0;
    int openKey = -1;
    for (int number = 1; number <= file.lineCount(); number++) {
      SourceLine line = SourceLine.of(file, number);
      if (line.isEmpty() || line.isComment()) {
        continue;
      }
      int column = line.indent() - line.start();
      uneven += openKey >= column && line.content() == line.indent() ? 1 : 0;
      openKey = line.colon() >= 0 && !line.hasValue() ? line.content() - line.start() : -1;
      while (depth > 0 && open[depth - 1] > column) {
        depth--;
      }
      if (depth == 0 || open[depth - 1] < column) {
        uneven += column - (depth == 0 ? -2 : open[depth - 1]) == 2 ? 0 : 1;
        open[depth++] = column;
      }
    }
    return uneven;
  }

  private void report(List<LikelyMistakes.UnquotedTag> tags) {
    for (int i = 0; i < tags.size() && findings.size() < MAX_FINDINGS; i++) {
      findings.add(tags.get(i).finding());
    }
  }

  /// Reports the first finding of each line: others are mostly its consequences.
  private void report(Finding finding) {
    errorCount++;
    Span span = finding.span();
    if (span == null || reportedLines.add(span.startPosition().line())) {
      findings.add(finding);
    }
  }

  /// Reports an error that no repair mends; the tree ends there.
  private void stopAtError(@Nullable SyntaxError error, Composer composer) {
    report(composer.unquotedTags());
    if (error != null) {
      report(SyntaxErrorMessages.describe(file, error));
      int from = TextLines.lineStart(file.text(), Math.min(error.offset(), file.text().length()));
      lost.add(new Span(file, from, file.text().length()));
    }
  }

  /// Records the damage of a repair: the text that it quotes, the line that it moves or adds a
  /// character to, or the line from which it removes text, with those that are indented below it.
  private void addDamage(RepairCandidate repair) {
    for (PatchedText.TextChange change : repair.changes()) {
      Span changed = new Span(file, change.from(), change.to());
      Finding finding = repair.finding();
      if (finding != null && !changed.text().isBlank()) {
        if (finding.code() != YamlCodes.UNQUOTED_TAG) {
          lost.add(changed);
        }
        continue;
      }
      int from = file.position(change.from()).line();
      int to = file.position(change.to()).line();
      if (finding == null) {
        SourceLine first = SourceLine.of(file, from);
        int indent = first.indent() - first.start();
        while (to < file.lineCount() && isBelow(SourceLine.of(file, to + 1), indent)) {
          to++;
        }
      }
      int end = TextLines.lineEnd(file.text(), file.lineStart(to));
      (finding == null ? lost : moved).add(new Span(file, file.lineStart(from), end));
    }
  }

  private static boolean isBelow(SourceLine line, int indent) {
    return line.isEmpty() || line.isComment() || line.indent() - line.start() > indent;
  }

  /// Records the values that the composer could not read.
  private void addDamage(List<Finding> faults) {
    for (Finding fault : faults) {
      Span span = fault.span();
      if (span != null
          && fault.severity() == Severity.ERROR
          && fault.code() != YamlCodes.DUPLICATE_KEY
          && fault.code() != YamlCodes.COMMENT_IN_TAG) {
        lost.add(span);
      }
    }
  }

  /// Whether a fault of the repaired text is on a line that was not YAML.
  private boolean isConsequence(Finding finding) {
    Span span = finding.span();
    return span != null && new Damage(lost, moved).covers(span);
  }

  private int nonBlankLines() {
    int count = 0;
    for (int line = 1; line <= file.lineCount(); line++) {
      count += SourceLine.of(file, line).isEmpty() ? 0 : 1;
    }
    return count;
  }

  /// The single finding about a text that is not YAML at all, in place of one for each line.
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
