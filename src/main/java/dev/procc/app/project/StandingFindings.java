package dev.procc.app.project;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.check.suppression.ConfigurableCodes;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessJob;
import dev.procc.view.findings.SameLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The status of lint for definitions that are planned or applied: the checks they pass, and open
/// warnings.
public final class StandingFindings {
  private static final int MAX_NAMES = 3;

  /// The statements that are true if a rule finds nothing, by the code of the rule.
  private static final Map<String, String> CONTROLLER_CHECKS = new LinkedHashMap<>();

  static {
    CONTROLLER_CHECKS.put("PC308", "nobody approves their own work");
    CONTROLLER_CHECKS.put("PC207", "no due date is on a closed day of its calendar");
    CONTROLLER_CHECKS.put("PC210", "nothing is due after the group or process it is in");
  }

  private StandingFindings() {}

  /// The checks and warnings of a project; one warning a line, however many places it makes.
  ///
  /// @param known fingerprints of the warnings that were open at the last apply; null if unknown
  public static LintStatus of(Compilation compilation, @Nullable Set<String> known) {
    List<Finding> warnings = new ArrayList<>();
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.WARNING) {
        warnings.add(finding);
      }
    }
    List<Finding> folded = SameLine.fold(warnings);
    NodeTitles titles = new NodeTitles(compilation);
    List<LintWarning> firstWarnings = new ArrayList<>();
    for (Finding warning : folded.subList(0, Math.min(folded.size(), LintWarning.MAX_IN_PLAN))) {
      LintWarning open = openWarning(warning, titles);
      firstWarnings.add(open.withNew(known != null && !known.contains(open.fingerprint())));
    }
    List<Code> off = rulesThatAreOff(compilation);
    return new LintStatus(
        passedChecks(compilation, off), notChecked(compilation, off), folded.size(), firstWarnings);
  }

  private static LintWarning openWarning(Finding warning, NodeTitles titles) {
    Span span = warning.span();
    String hint = warning.hint();
    return new LintWarning(
        warning.code().id(),
        warning.code().name(),
        span == null ? "" : span.file().path(),
        span == null ? 0 : span.startPosition().line(),
        warning.message(),
        titles.about(warning),
        hint == null ? "" : hint,
        false);
  }

  /// The passed checks that controllers ask for.
  private static List<String> passedChecks(Compilation compilation, List<Code> off) {
    Set<String> found = new LinkedHashSet<>();
    off.forEach(code -> found.add(code.id()));
    compilation.findings().forEach(finding -> found.add(finding.code().id()));
    compilation.suppressed().forEach(accepted -> found.add(accepted.finding().code().id()));
    List<String> checked = new ArrayList<>();
    if (compilation.processes().isEmpty()) {
      return checked;
    }
    for (Map.Entry<String, String> rule : CONTROLLER_CHECKS.entrySet()) {
      if (!found.contains(rule.getKey())) {
        checked.add(rule.getValue());
      }
    }
    return checked;
  }

  /// Rules that the project file turns off, in its order.
  private static List<Code> rulesThatAreOff(Compilation compilation) {
    ProjectDecl settings = compilation.settings();
    Mapping rules = settings == null ? null : settings.rules();
    List<Code> off = new ArrayList<>();
    for (MappingEntry entry : rules == null ? List.<MappingEntry>of() : rules.entries()) {
      Code code = ConfigurableCodes.find(entry.key().value());
      if (code != null && entry.value() instanceof Scalar grade && grade.value().equals("off")) {
        off.add(code);
      }
    }
    return off;
  }

  /// The checks that were not made: because nothing was planned, because a rule is off, or because
  /// the result cannot be known here.
  private static List<String> notChecked(Compilation compilation, List<Code> off) {
    List<String> not = new ArrayList<>();
    if (compilation.processes().isEmpty()) {
      return not;
    }
    not.add("whether the people and documents exist in Workiva");
    if (!off.isEmpty()) {
      not.add(
          "what rules that are off would find ("
              + names(off.stream().map(Code::name).toList())
              + ")");
    }
    int unread = unpublishedArguments(compilation);
    if (unread > 0) {
      not.add(
          "who signs and who approves in the arguments of "
              + Plural.of(unread, ActionKind.CERTIFICATION.noun())
              + ", and days typed there as text (Workiva documents no member of them)");
    }
    int suppressed = compilation.suppressed().size();
    if (suppressed > 0) {
      Set<String> codes = new LinkedHashSet<>();
      compilation.suppressed().forEach(one -> codes.add(one.finding().code().name()));
      not.add(Plural.of(suppressed, "suppressed finding") + " (" + names(codes) + ")");
    }
    List<String> closed = compilation.skipped();
    if (!closed.isEmpty()) {
      not.add(
          Plural.of(closed.size(), "process")
              + Plural.choose(closed.size(), " of a closed period (", " of closed periods (")
              + names(closed)
              + ")");
    }
    int others =
        compilation.project().instances().size() - compilation.processes().size() - closed.size();
    if (others > 0) {
      not.add(Plural.of(others, "other process") + " of the project, not asked for");
    }
    return not;
  }

  /// The number of certifications with arguments, in which no rule knows who does what.
  private static int unpublishedArguments(Compilation compilation) {
    int count = 0;
    for (CompiledProcess process : compilation.processes()) {
      for (ResolvedNode node : process.resolved().nodes().values()) {
        boolean has =
            node.node() instanceof ProcessJob job
                && !job.kind().argumentsPublished()
                && !Json.NULL.equals(
                    job.fields().getOrDefault(Fields.PROCESS_JOB_ARGUMENTS, Json.NULL));
        count += has ? 1 : 0;
      }
    }
    return count;
  }

  /// The first three of the names, and that there are more.
  private static String names(Collection<String> all) {
    return String.join(", ", all.stream().limit(MAX_NAMES).toList())
        + (all.size() > MAX_NAMES ? ", ..." : "");
  }
}
