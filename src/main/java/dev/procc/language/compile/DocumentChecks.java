package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.AdoptionDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.bind.BindCodes;
import dev.procc.language.expand.ChangePlaces;
import dev.procc.language.expand.ReferencedNames;
import dev.procc.language.expand.conditions.ConditionCheck;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.DocumentsCheck;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The checks of documents against each other before processes are compiled: unknown names, and
/// undeclared or unused variables.
final class DocumentChecks {
  private final ProjectDocuments documents;
  private final Project project;
  private final CompileOptions options;
  private final @Nullable TargetDecl target;
  private final Findings findings;

  private DocumentChecks(
      ProjectDocuments documents,
      CompileOptions options,
      @Nullable TargetDecl target,
      Findings findings) {
    this.documents = documents;
    project = documents.project();
    this.options = options;
    this.target = target;
    this.findings = findings;
  }

  static void run(
      ProjectDocuments documents,
      CompileOptions options,
      @Nullable TargetDecl target,
      Findings findings) {
    new DocumentChecks(documents, options, target, findings).run();
  }

  private void run() {
    for (DocumentsDecl each : documents.declarations().workivaDocuments) {
      DocumentsCheck.check(
          each,
          documents.periodDecls(),
          documents.periods(),
          documents.dateOptions().fiscal(),
          findings);
    }
    ProjectDecl settings = documents.settings();
    ProjectTimeZone.check(settings == null ? null : settings.dates(), findings);
    Set<String> targets = targetNames(settings);
    for (String kind : List.of("Process", "Template")) {
      mappings(project, kind).forEach(each -> ConditionCheck.check(each, targets, findings));
    }
    TargetDocuments.check(documents, target, findings);
    reportUnknownProcesses();
    documents.periodDecls().forEach(period -> ChangePlaces.check(period, findings));
    if (settings != null) {
      checkAdoptions(settings);
    }
    reportUndeclaredVariables();
  }

  /// The names that a target can have; empty if they could not be read.
  private Set<String> targetNames(@Nullable ProjectDecl settings) {
    if (settings != null && !settings.targets().isEmpty()) {
      return settings.targets().keySet();
    }
    for (Mapping document : mappings(project, "Project")) {
      if (document.isIncomplete() || document.get("targets") != null) {
        return Set.of();
      }
    }
    return Set.of(CompileOptions.ONLY_TARGET);
  }

  /// Reports unused names, after all processes are compiled, and only if every text could be read:
  /// otherwise they may be used in the rest.
  static void reportUnused(ProjectDocuments documents, Findings findings) {
    for (Finding finding : findings.toList()) {
      if (finding.severity() == Severity.ERROR && !FixStage.isJudged(finding)) {
        return;
      }
    }
    List<Mapping> surrounding = mappings(documents.project(), "Period");
    surrounding.addAll(mappings(documents.project(), "Project"));
    findings.addAll(
        ReferencedNames.unused(
            mappings(documents.project(), "Process"), surrounding, documents.templates()));
  }

  private void reportUnknownProcesses() {
    List<String> known = new ArrayList<>();
    project.documents("Process").forEach(process -> known.add(process.key()));
    for (PeriodDecl period : documents.periodDecls()) {
      for (Scalar key : period.processes()) {
        if (!known.contains(key.value()) && !known.contains("")) {
          findings.add(
              Finding.of(
                      CompileCodes.UNKNOWN_PROCESS,
                      key.span(),
                      "\"" + key.value() + "\" is the key of no process")
                  .withHint(Spelling.hint(key.value(), known).orElse(null)));
        }
      }
    }
  }

  /// Reports adoptions with an unknown process or target, and duplicates.
  private void checkAdoptions(ProjectDecl settings) {
    Set<String> targets = settings.targets().keySet();
    Map<String, Scalar> seen = new LinkedHashMap<>();
    for (AdoptionDecl adoption : settings.live().adoptions()) {
      Scalar target = adoption.target();
      reportUnknownIdentity(adoption.key());
      if (target != null && !targets.contains(target.value())) {
        findings.add(
            Finding.of(
                    CompileCodes.UNKNOWN_TARGET,
                    target.span(),
                    "there is no target \"" + target.value() + "\"")
                .withHint(Spelling.hint(target.value(), targets).orElse(null)));
      } else if (target == null && targets.size() > 1) {
        findings.add(
            Finding.of(
                    BindCodes.MISSING_KEY,
                    adoption.id().span(),
                    "an adoption names its target where there are several")
                .withHint("add target: " + targets.iterator().next()));
      }
      String on = target == null ? "" : " on " + target.value();
      for (Scalar named : List.of(adoption.id(), adoption.key())) {
        Scalar first =
            seen.putIfAbsent((named == adoption.id() ? "id " : "key ") + named.value() + on, named);
        if (first != null) {
          findings.add(
              Finding.of(
                      BindCodes.DUPLICATE_ITEM,
                      named.span(),
                      "\"" + named.value() + "\" is adopted twice" + on)
                  .withHint("the first is " + first.span().pathAndLine() + "; keep one of them"));
        }
      }
    }
  }

  private void reportUnknownIdentity(Scalar key) {
    List<String> known = new ArrayList<>();
    for (ProcessInstance instance : project.instances()) {
      String identity = instance.identity();
      if (identity.equals(key.value()) || identity.isEmpty() || identity.startsWith("@")) {
        return;
      }
      known.add(identity);
    }
    String ofPeriod =
        known.stream().filter(one -> one.startsWith(key.value() + "@")).findFirst().orElse(null);
    String quoted = "\"" + key.value() + "\"";
    findings.add(
        ofPeriod != null
            ? Finding.of(
                    CompileCodes.UNKNOWN_PROCESS,
                    key.span(),
                    quoted + " has a process in each period")
                .withHint("name one with its period: " + ofPeriod)
            : Finding.of(
                    CompileCodes.UNKNOWN_PROCESS, key.span(), quoted + " is the key of no process")
                .withHint(Spelling.hint(key.value(), known).orElse(null)));
  }

  private static List<Mapping> mappings(Project project, String kind) {
    List<Mapping> mappings = new ArrayList<>();
    for (SourceDocument document : project.documents(kind)) {
      mappings.add(document.mapping());
    }
    return mappings;
  }

  /// Reports values for undeclared variables: those of a period that none of its processes
  /// declares; those of a flag, a file, the target or the project that no process declares.
  private void reportUndeclaredVariables() {
    Map<String, Set<String>> declared = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (SourceDocument process : project.documents("Process")) {
      Set<String> names = Variables.declaredNames(process.mapping());
      declared.putIfAbsent(process.key(), names);
      all.addAll(names);
    }
    ProjectDecl settings = documents.settings();
    VariableSources general =
        new VariableSources(
            options.variableFlags(),
            options.variableEnvironment(),
            options.variableFiles(),
            null,
            target == null ? null : target.variables(),
            settings == null ? null : settings.variables());
    findings.addAll(Variables.undeclared(general, all));
    for (PeriodDecl period : documents.periodDecls()) {
      YamlNode list = period.document().get("processes");
      if (declared.containsKey("") || (list != null && Unknown.isIncomplete(list))) {
        continue;
      }
      Set<String> of = new LinkedHashSet<>();
      for (Scalar key : period.processes()) {
        of.addAll(declared.getOrDefault(key.value(), Set.of(Unknown.LOST_KEY)));
      }
      findings.addAll(
          Variables.undeclared(
              new VariableSources(Map.of(), Map.of(), List.of(), period.variables(), null, null),
              of));
    }
  }
}
