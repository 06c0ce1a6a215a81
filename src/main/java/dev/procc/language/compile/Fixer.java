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
import dev.procc.language.project.OverlayTree;
import dev.procc.language.yaml.Yaml;
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
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Applies the fixes of findings, in memory, until none is left that can be applied.
///
/// Of the fixes of a finding, which are alternatives, the first is taken. A round applies all that
/// do not touch each other and compiles again; what one fix uncovers, the next round mends. Two
/// findings of one code that put different texts at one place (a template line that is due on
/// different days in different uses) get neither. A file that could not be read as it is, is not
/// touched, and no file comes out with more errors of syntax than it went in with.
///
/// ```java
/// FixResult fixed = Fixer.run(tree, t -> compile(t), FixScope.SAFE);
/// fixed.texts();   // {close.process.yaml=...}, only files that differ
/// ```
public final class Fixer {
  /// Which fixes are carried out.
  public enum FixScope {
    /// Only fixes that keep what the author meant.
    SAFE,
    /// All fixes.
    ALL
  }

  /// Each round mends what the last one uncovered; a chain longer than this is no repair.
  private static final int MAX_ROUNDS = 20;

  /// How many characters are parsed to find the fixes that do harm; those that are not told apart
  /// by then are left out. A text without errors counts a sixteenth: it needs no repair.
  private static final long TRIAL_BUDGET = 600_000;

  /// The result of fixing.
  ///
  /// @param compilation of the fixed texts
  /// @param texts the files that differ, by path
  /// @param originals what they were
  /// @param applied in the order of the rounds; places are those of the text of their round
  public record FixResult(
      Compilation compilation,
      Map<String, String> texts,
      Map<String, String> originals,
      List<AppliedFix> applied) {
    public FixResult {
      texts = new TreeMap<>(texts);
      originals = new TreeMap<>(originals);
      applied = List.copyOf(applied);
    }
  }

  /// A fix that was carried out.
  ///
  /// @param occurrences how many findings had it: a line of a template has one for each use
  public record AppliedFix(Finding finding, Fix fix, int occurrences) {}

  /// A fix that may be carried out, with its edits in the texts of this round.
  private record FixCandidate(Finding finding, Fix fix, Fix rebased) {}

  private final FileTree tree;
  private final Function<FileTree, Compilation> compiler;
  private final FixScope scope;
  private final Predicate<String> writable;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> originals = new TreeMap<>();
  private final List<AppliedFix> applied = new ArrayList<>();
  private final Set<Map<String, String>> seenStates = new HashSet<>();
  private long trialBudget = TRIAL_BUDGET;

  private Fixer(
      FileTree tree,
      Function<FileTree, Compilation> compiler,
      FixScope scope,
      Predicate<String> writable) {
    this.writable = writable;
    this.tree = tree;
    this.compiler = compiler;
    this.scope = scope;
  }

  /// Fixes what can be fixed.
  ///
  /// @param tree the files as they are
  /// @param compiler compiles the processes asked for, from a tree with changed texts
  public static FixResult run(
      FileTree tree, Function<FileTree, Compilation> compiler, FixScope scope) {
    return run(tree, compiler, scope, path -> true);
  }

  /// The same in some files only.
  ///
  /// @param writable whether the file of a path may be changed; a fix that needs another one waits
  public static FixResult run(
      FileTree tree,
      Function<FileTree, Compilation> compiler,
      FixScope scope,
      Predicate<String> writable) {
    return new Fixer(tree, compiler, scope, writable).run();
  }

  private FixResult run() {
    FileTree current = tree;
    Compilation compilation = compiler.apply(current);
    seenStates.add(Map.of());
    for (int round = 0; round < MAX_ROUNDS; round++) {
      FixRound next = new FixRound(current, compilation.findings());
      Map<String, String> changed = next.run();
      next.originals.forEach(originals::putIfAbsent);
      Map<String, String> state = new TreeMap<>(texts);
      state.putAll(changed);
      originals.forEach((path, text) -> state.remove(path, text));
      if (changed.isEmpty() || !seenStates.add(state)) {
        break;
      }
      texts.putAll(changed);
      applied.addAll(next.applied);
      current = new OverlayTree(tree, texts);
      compilation = compiler.apply(current);
    }
    originals.forEach((path, text) -> texts.remove(path, text));
    originals.keySet().retainAll(texts.keySet());
    return new FixResult(compilation, texts, originals, applied);
  }

  /// One pass over the findings of one compilation.
  private final class FixRound {
    final Map<String, String> originals = new TreeMap<>();
    final List<AppliedFix> applied = new ArrayList<>();
    private final Map<String, @Nullable SourceFile> files = new HashMap<>();
    private final Map<SourceFile, Optional<SourceFile>> currentFiles = new HashMap<>();
    private final FileTree current;
    private final List<FixCandidate> candidates = new ArrayList<>();

    FixRound(FileTree current, List<Finding> findings) {
      this.current = current;
      for (Finding finding : findings) {
        FixCandidate candidate = candidate(finding);
        if (candidate != null) {
          candidates.add(candidate);
        }
      }
      candidates.removeAll(conflicting());
    }

    private @Nullable FixCandidate candidate(Finding finding) {
      for (Fix fix : finding.fixes()) {
        if (fix.safe() || scope == FixScope.ALL) {
          Fix rebased = rebase(fix);
          return rebased == null ? null : new FixCandidate(finding, fix, rebased);
        }
      }
      return null;
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
      return edits.isEmpty() ? null : new Fix(fix.title(), fix.safe(), edits);
    }

    /// The file of this round that a finding is about; none if the text is not one of the project
    /// (a flag, a file of `--var-file`).
    private Optional<SourceFile> currentFile(SourceFile found) {
      SourceFile file = readableFile(found.path());
      return file != null && file.text().equals(found.text())
          ? Optional.of(file)
          : Optional.empty();
    }

    /// The file of that path; null if it is none of the project or was decoded with findings.
    private @Nullable SourceFile readableFile(String path) {
      if (!files.containsKey(path)) {
        boolean readable = writable.test(path) && current.exists(path);
        Outcome<SourceFile> read = readable ? current.read(path) : Outcome.failure();
        boolean asItIs = read.findings().isEmpty();
        files.put(path, asItIs ? read.value().orElse(null) : null);
      }
      return files.get(path);
    }

    /// The candidates that put another text at the same place than one of the same code.
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

    /// The texts after this round.
    Map<String, String> run() {
      Map<Fix, List<FixCandidate>> byFix = new LinkedHashMap<>();
      candidates.forEach(candidate ->
          byFix.computeIfAbsent(candidate.rebased, f -> new ArrayList<>()).add(candidate));
      Set<Fix> chosen = new LinkedHashSet<>(TextEdits.compatible(List.copyOf(byFix.keySet())));
      Map<String, String> changed = apply(chosen);
      for (String path : changed.keySet()) {
        chosen.removeAll(new SyntaxTrial(path, chosen).findHarmful());
      }
      changed = apply(chosen);
      for (Fix fix : chosen) {
        List<FixCandidate> all = byFix.getOrDefault(fix, List.of());
        applied.add(new AppliedFix(all.getFirst().finding, all.getFirst().fix, all.size()));
      }
      return changed;
    }

    private Map<String, String> apply(Set<Fix> chosen) {
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

    /// Tries the fixes of one file: together as long as they bring no new error of syntax, else by
    /// halves, down to single ones.
    private final class SyntaxTrial {
      private final String path;
      private final Set<Fix> accepted = new LinkedHashSet<>();
      private final Set<Fix> harmful = new HashSet<>();
      private final List<Fix> untested = new ArrayList<>();
      private List<String> errors;

      SyntaxTrial(String path, Set<Fix> chosen) {
        this.path = path;
        SourceFile file = readableFile(path);
        errors = file == null ? List.of() : syntaxErrors(file);
        for (Fix fix : chosen) {
          boolean inFile = false;
          for (TextEdit edit : fix.edits()) {
            inFile |= edit.span().file().path().equals(path);
          }
          (inFile ? (Collection<Fix>) untested : accepted).add(fix);
        }
      }

      Set<Fix> findHarmful() {
        test(untested);
        return harmful;
      }

      private void test(List<Fix> fixes) {
        if (fixes.isEmpty()) {
          return;
        }
        if (trialBudget <= 0) {
          harmful.addAll(fixes);
          return;
        }
        Set<Fix> with = new LinkedHashSet<>(accepted);
        with.addAll(fixes);
        String text = apply(with).get(path);
        List<String> newErrors = text == null ? errors : syntaxErrors(new SourceFile(path, text));
        trialBudget -= text == null ? 0 : text.length() / (newErrors.isEmpty() ? 16 : 1);
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

  /// The errors of syntax of a text; a table has none.
  private static List<String> syntaxErrors(SourceFile file) {
    List<String> errors = new ArrayList<>();
    if (!file.path().endsWith(".csv")) {
      for (Finding finding : Yaml.parse(file).findings()) {
        if (finding.severity() == Severity.ERROR) {
          errors.add(finding.code().id() + finding.message());
        }
      }
    }
    return errors;
  }
}
