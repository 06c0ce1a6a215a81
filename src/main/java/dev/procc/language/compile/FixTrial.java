package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A trial of the fixes of a round on the whole project: together if they do no harm, otherwise by
/// halves, down to single fixes.
final class FixTrial {
  /// The most compilations for one round; fixes that are not tried by then are left out.
  private static final int MAX_COMPILATIONS = 64;

  private final FixRound round;
  private final FixStage stage;
  private final Function<Map<String, String>, Compilation> compiler;
  private final Compilation before;
  private final Set<Fix> accepted = new LinkedHashSet<>();
  private Compilation compilation;
  private final long maxCompilations;
  private int compilationCount;

  /// @param before the project before the round
  /// @param compiler compiles it with some texts changed
  /// @param maxCompilations the limit; fixes that are not tried by then wait
  FixTrial(
      FixRound round,
      FixStage stage,
      Compilation before,
      Function<Map<String, String>, Compilation> compiler,
      long maxCompilations) {
    this.maxCompilations = Math.min(MAX_COMPILATIONS, maxCompilations);
    this.round = round;
    this.stage = stage;
    this.before = before;
    this.compiler = compiler;
    compilation = before;
  }

  void run() {
    Set<Fix> chosen = round.choose();
    List<Fix> ofErrors = new ArrayList<>();
    List<Fix> others = new ArrayList<>();
    chosen.forEach(fix -> (isOfError(fix) ? ofErrors : others).add(fix));
    test(ofErrors, false);
    test(others, stage.isSafe());
  }

  private boolean isOfError(Fix fix) {
    for (FixRound.FixCandidate candidate : round.candidates(fix)) {
      if (candidate.finding().code().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /// The fixes that do no harm.
  Set<Fix> accepted() {
    return accepted;
  }

  /// The project with these fixes.
  Compilation compilation() {
    return compilation;
  }

  private void test(List<Fix> fixes, boolean keepsRendering) {
    if (fixes.isEmpty() || compilationCount >= maxCompilations) {
      return;
    }
    List<Fix> with = new ArrayList<>(accepted);
    with.addAll(fixes);
    compilationCount++;
    Compilation after = compiler.apply(round.apply(with));
    if (!isWorse(after, keepsRendering)) {
      accepted.addAll(fixes);
      compilation = after;
    } else if (fixes.size() > 1) {
      test(fixes.subList(0, fixes.size() / 2), keepsRendering);
      test(fixes.subList(fixes.size() / 2, fixes.size()), keepsRendering);
    }
  }

  /// @param keepsRendering whether what is sent must stay: a safe fix of a warning or a note
  ///   changes nothing, whatever errors there are elsewhere; one of an error mends what was not
  ///   rendered
  private boolean isWorse(Compilation after, boolean keepsRendering) {
    int errors = errorCount(before);
    if (errorCount(after) > errors || keepsRendering && !isRenderedAlike(after)) {
      return true;
    }
    return stage.isSafe() && errors == 0 && hasNewFinding(after);
  }

  private static int errorCount(Compilation compilation) {
    int count = 0;
    for (Finding finding : compilation.findings()) {
      count += finding.severity() == Severity.ERROR ? 1 : 0;
    }
    return count;
  }

  private boolean hasNewFinding(Compilation after) {
    Map<String, Integer> known = new HashMap<>();
    for (Finding finding : before.findings()) {
      known.merge(finding.code().id() + finding.message(), 1, Integer::sum);
    }
    for (Finding finding : after.findings()) {
      Integer left = known.merge(finding.code().id() + finding.message(), -1, Integer::sum);
      if (left < 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether every process is the same, apart from blanks in its texts.
  private boolean isRenderedAlike(Compilation after) {
    if (compilation.processes().size() != after.processes().size()) {
      return false;
    }
    for (int i = 0; i < compilation.processes().size(); i++) {
      Object rendered = compilation.processes().get(i).process();
      Object other = after.processes().get(i).process();
      if (!rendered.equals(other)
          && !withoutBlanks(rendered.toString()).equals(withoutBlanks(other.toString()))) {
        return false;
      }
    }
    return true;
  }

  private static String withoutBlanks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
