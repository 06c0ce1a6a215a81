package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The application of fixes, in memory, until none is left that can be applied.
///
/// The fixes of a finding are alternatives, of which the first is taken. A round applies the fixes
/// of one stage that do not overlap and compiles again; what these fixes reveal is mended in the
/// next round. A fix that makes the project worse is undone: one that adds an error, or a safe fix
/// that adds any finding or changes a process by more than blanks. Two findings with one code that
/// put different texts in one place (a template line that is due on different days in different
/// uses) are not fixed. A file that could not be decoded is not changed, and no file gets more
/// syntax errors than it had.
///
/// ```java
/// FixResult fixed = Fixer.run(tree, t -> compile(t), FixScope.SAFE);
/// fixed.texts();   // {close.process.yaml=...}, only files that differ
/// ```
public final class Fixer {
  /// The fixes to apply.
  public enum FixScope {
    /// Only fixes that keep what the author meant.
    SAFE,
    /// All fixes.
    ALL
  }

  /// The most rounds: each mends what the last one revealed, and a longer chain is not a repair.
  private static final int MAX_ROUNDS = 40;

  /// The most compilations of a project of the largest size; smaller projects may have more.
  private static final int COMPILATIONS = 2;

  /// The cost of a node of the tree, a document and a file with errors, in nodes of the expanded
  /// processes: to read on after an error, several repairs are tried.
  private static final int NODE_COST = 12;

  private static final int DOCUMENT_COST = 64;
  private static final int BROKEN_FILE_COST = 64;

  /// The result of fixing.
  ///
  /// @param compilation of the fixed texts
  /// @param texts the changed files, by path
  /// @param originals their former texts
  /// @param applied in the order of the rounds; spans refer to the texts of their round
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

  /// A fix that was applied.
  ///
  /// @param occurrences the number of findings with it: a line of a template has one for each use
  public record AppliedFix(Finding finding, Fix fix, int occurrences) {}

  private final FileTree tree;
  private final Function<FileTree, Compilation> compiler;
  private final FixScope scope;
  private final Predicate<String> writable;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> originals = new TreeMap<>();
  private final List<AppliedFix> applied = new ArrayList<>();
  private final Set<Map<String, String>> seenStates = new HashSet<>();
  private final SyntaxCheck syntax = new SyntaxCheck();
  private long compiledNodes;

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

  /// Applies all possible fixes.
  ///
  /// @param tree the files before
  /// @param compiler compiles the selected processes, from a tree with changed texts
  public static FixResult run(
      FileTree tree, Function<FileTree, Compilation> compiler, FixScope scope) {
    return run(tree, compiler, scope, path -> true);
  }

  /// Applies all possible fixes in some files only.
  ///
  /// @param writable whether the file with a path may be changed; a fix that concerns another one
  ///   waits
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
    if (isTooLarge(compilation)) {
      return new FixResult(compilation, texts, originals, applied);
    }
    compiledNodes = cost(compilation);
    seenStates.add(Map.of());
    FixStage stage = FixStage.SAFE_REWRITING;
    long nodeBudget = COMPILATIONS * Compiler.nodeLimit(compilation.project());
    for (int round = 0; round < MAX_ROUNDS && stage != null; round++) {
      FixRound next = new FixRound(current, compilation.findings(), stage, writable, syntax);
      long left = (nodeBudget - compiledNodes) / Math.max(1, cost(compilation));
      FixTrial trial = new FixTrial(next, stage, compilation, this::compile, left);
      trial.run();
      Map<String, String> changed = next.apply(trial.accepted());
      next.originals().forEach(originals::putIfAbsent);
      Map<String, String> state = new TreeMap<>(texts);
      state.putAll(changed);
      originals.forEach((path, text) -> state.remove(path, text));
      if (changed.isEmpty() || !seenStates.add(state)) {
        stage = stage.next(scope == FixScope.SAFE);
        continue;
      }
      texts.putAll(changed);
      for (Fix fix : trial.accepted()) {
        List<FixRound.FixCandidate> all = next.candidates(fix);
        applied.add(new AppliedFix(all.getFirst().finding(), all.getFirst().fix(), all.size()));
      }
      current = new OverlayTree(tree, texts);
      compilation = trial.compilation();
      stage = FixStage.SAFE_REWRITING;
    }
    originals.forEach((path, text) -> texts.remove(path, text));
    originals.keySet().retainAll(texts.keySet());
    return new FixResult(compilation, texts, originals, applied);
  }

  /// Whether the processes exceed their limits, so that each compilation takes the longest possible
  /// time.
  private static boolean isTooLarge(Compilation compilation) {
    for (Finding finding : compilation.findings()) {
      if (finding.code().equals(ExpandCodes.TOO_LARGE)) {
        return true;
      }
    }
    return false;
  }

  private static long cost(Compilation compilation) {
    Set<String> broken = new HashSet<>();
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.ERROR && finding.span() != null) {
        broken.add(finding.span().file().path());
      }
    }
    long cost =
        (long) DOCUMENT_COST * compilation.project().documents().size()
            + (long) BROKEN_FILE_COST * broken.size();
    for (CompiledProcess process : compilation.processes()) {
      cost += (long) NODE_COST * process.resolved().nodes().size();
    }
    return cost;
  }

  /// Compiles the texts of this round with some more changed.
  private Compilation compile(Map<String, String> changed) {
    Map<String, String> all = new TreeMap<>(texts);
    all.putAll(changed);
    Compilation compiled = compiler.apply(new OverlayTree(tree, all));
    compiledNodes += cost(compiled);
    changed.keySet().forEach(syntax::charge);
    return compiled;
  }
}
