package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.project.FileTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A round of fixes for the findings of one compilation: those that can be applied together without
/// a new syntax error.
final class FixRound {
  /// A fix that may be applied, with its edits in the texts of this round.
  record FixCandidate(Finding finding, Fix fix, Fix rebased) {}

  private final Map<String, String> originals = new TreeMap<>();
  private final Map<Fix, List<FixCandidate>> byFix = new LinkedHashMap<>();
  private final FixStage stage;
  private final Predicate<String> writable;
  private final SyntaxCheck syntax;
  private final Map<String, @Nullable SourceFile> files = new HashMap<>();
  private final Map<SourceFile, Optional<SourceFile>> currentFiles = new HashMap<>();
  private final FileTree current;
  private final List<FixCandidate> candidates = new ArrayList<>();

  /// @param stage the fixes that are applied in this round
  /// @param writable whether the file with a path may be changed
  /// @param syntax finds the fixes that cause syntax errors
  FixRound(
      FileTree current,
      List<Finding> findings,
      FixStage stage,
      Predicate<String> writable,
      SyntaxCheck syntax) {
    this.current = current;
    this.stage = stage;
    this.writable = writable;
    this.syntax = syntax;
    boolean broken = false;
    for (Finding finding : findings) {
      broken |= finding.severity() == Severity.ERROR && !FixStage.isJudged(finding);
    }
    for (Finding finding : findings) {
      FixCandidate candidate = candidate(finding, broken);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    candidates.removeAll(conflicting());
  }

  private @Nullable FixCandidate candidate(Finding finding, boolean broken) {
    Fix fix = stage.fix(finding);
    boolean waits = broken && !stage.isSafe() && FixStage.isJudged(finding);
    Fix rebased = fix == null || waits ? null : rebase(fix);
    return fix == null || rebased == null ? null : new FixCandidate(finding, fix, rebased);
  }

  /// The fix in the texts of this round; null if one of them cannot be written.
  private @Nullable Fix rebase(Fix fix) {
    List<TextEdit> edits = new ArrayList<>();
    for (TextEdit edit : fix.edits()) {
      Span span = edit.span();
      SourceFile file = currentFiles.computeIfAbsent(span.file(), this::currentFile).orElse(null);
      if (file == null) {
        return null;
      }
      edits.add(new TextEdit(new Span(file, span.start(), span.end()), edit.replacement()));
    }
    return changesNothing(edits) ? null : new Fix(fix.title(), fix.safe(), edits);
  }

  private static boolean changesNothing(List<TextEdit> edits) {
    boolean same = true;
    for (TextEdit edit : edits) {
      same &= edit.span().text().equals(edit.replacement());
    }
    return same;
  }

  /// The file of this round that a finding is about; empty if the text does not belong to the
  /// project (a flag, a file of `--var-file`).
  private Optional<SourceFile> currentFile(SourceFile found) {
    SourceFile file = readableFile(found.path());
    return file != null && file.text().equals(found.text()) ? Optional.of(file) : Optional.empty();
  }

  /// The file with a path; null if it is not in the project or was decoded with findings.
  private @Nullable SourceFile readableFile(String path) {
    if (!files.containsKey(path)) {
      boolean readable = writable.test(path) && current.exists(path);
      Outcome<SourceFile> read = readable ? current.read(path) : Outcome.failure();
      boolean asItIs = read.findings().isEmpty();
      files.put(path, asItIs ? read.value().orElse(null) : null);
    }
    return files.get(path);
  }

  /// The candidates that put another text in the same place as a candidate with the same code.
  private Set<FixCandidate> conflicting() {
    Map<List<Object>, Set<Fix>> wanted = new HashMap<>();
    for (FixCandidate candidate : candidates) {
      wanted.computeIfAbsent(editPlaces(candidate), p -> new HashSet<>()).add(candidate.rebased);
    }
    Set<FixCandidate> conflicting = new HashSet<>();
    for (FixCandidate candidate : candidates) {
      if (wanted.getOrDefault(editPlaces(candidate), Set.of()).size() > 1) {
        conflicting.add(candidate);
      }
    }
    return conflicting;
  }

  private static List<Object> editPlaces(FixCandidate candidate) {
    List<Object> place = new ArrayList<>(List.of(candidate.finding.code()));
    candidate.rebased.edits().forEach(edit -> place.add(edit.span()));
    return place;
  }

  /// The fixes of this round that do not overlap and cause no new syntax error.
  Set<Fix> choose() {
    candidates.forEach(candidate ->
        byFix.computeIfAbsent(candidate.rebased, f -> new ArrayList<>()).add(candidate));
    Set<Fix> chosen = new LinkedHashSet<>(TextEdits.compatible(List.copyOf(byFix.keySet())));
    for (String path : apply(chosen).keySet()) {
      chosen.removeAll(new SyntaxTrial(path, chosen).findHarmful());
    }
    return chosen;
  }

  /// The findings that a chosen fix ends, each with its fix.
  List<FixCandidate> candidates(Fix chosen) {
    return byFix.getOrDefault(chosen, List.of());
  }

  /// The former texts of the files that some fixes change.
  Map<String, String> originals() {
    return originals;
  }

  /// The new texts of the files that some fixes change.
  Map<String, String> apply(Collection<Fix> chosen) {
    Map<SourceFile, List<TextEdit>> edits = new LinkedHashMap<>();
    for (Fix fix : chosen) {
      for (TextEdit edit : fix.edits()) {
        edits.computeIfAbsent(edit.span().file(), f -> new ArrayList<>()).add(edit);
      }
    }
    Map<String, String> changed = new TreeMap<>();
    edits.forEach((file, of) -> {
      String text = TextEdits.apply(file, of).orElse(file.text());
      if (!text.equals(file.text())) {
        originals.put(file.path(), file.text());
        changed.put(file.path(), text);
      }
    });
    return changed;
  }

  /// A trial of the fixes of one file: together if they cause no new syntax error, otherwise by
  /// halves, down to single fixes.
  private final class SyntaxTrial {
    private final String path;
    private final Set<Fix> accepted = new LinkedHashSet<>();
    private final Set<Fix> harmful = new HashSet<>();
    private final List<Fix> untested = new ArrayList<>();
    private List<String> errors = List.of();

    SyntaxTrial(String path, Set<Fix> chosen) {
      this.path = path;
      for (Fix fix : chosen) {
        boolean inFile = false;
        for (TextEdit edit : fix.edits()) {
          inFile |= edit.span().file().path().equals(path);
        }
        if (inFile) {
          untested.add(fix);
        }
      }
    }

    Set<Fix> findHarmful() {
      SourceFile file = readableFile(path);
      if (file != null && !syntax.isSpent()) {
        errors = syntax.errors(path, file.text());
      }
      test(untested);
      return harmful;
    }

    private void test(List<Fix> fixes) {
      if (fixes.isEmpty()) {
        return;
      }
      if (syntax.isSpent()) {
        harmful.addAll(fixes);
        return;
      }
      Set<Fix> with = new LinkedHashSet<>(accepted);
      with.addAll(fixes);
      String text = apply(with).get(path);
      List<String> newErrors = text == null ? errors : syntax.errors(path, text);
      boolean single = fixes.size() == 1;
      List<String> added = new ArrayList<>(newErrors);
      errors.forEach(added::remove);
      if (added.isEmpty() || (single && newErrors.size() <= errors.size())) {
        accepted.addAll(fixes);
        errors = newErrors;
      } else if (single) {
        harmful.addAll(fixes);
      } else {
        test(fixes.subList(0, fixes.size() / 2));
        test(fixes.subList(fixes.size() / 2, fixes.size()));
      }
    }
  }
}
