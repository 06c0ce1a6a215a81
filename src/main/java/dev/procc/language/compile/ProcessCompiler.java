package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.expand.ExpandRequest;
import dev.procc.language.expand.Expander;
import dev.procc.language.expand.FindingTraces;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.resolve.Resolver;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The compiler of one process of one period: expansion, binding, resolving, rules.
///
/// Processes do not depend on each other, so that many can be compiled in parallel.
record ProcessCompiler(
    CompileInputs inputs, DocumentCache documentCache, @Nullable TargetDecl target) {

  /// The result for one process.
  ///
  /// @param process null if it could not be compiled, or its period is closed
  /// @param context the input of the rules; null with the process
  /// @param closedIdentity its identity if its period is closed, otherwise null
  /// @param nodeCount the number of expanded nodes
  record ProcessOutcome(
      List<Finding> findings,
      @Nullable CompiledProcess process,
      @Nullable ProcessContext context,
      @Nullable String closedIdentity,
      int nodeCount) {
    static ProcessOutcome none(List<Finding> findings, int nodeCount) {
      return new ProcessOutcome(findings, null, null, null, nodeCount);
    }
  }

  /// @param asked records what the process uses
  ProcessOutcome compile(ProcessInstance instance, Dependencies asked) {
    SourceDocument in = instance.period();
    PeriodDecl period = in == null ? null : inputs.documents().period(in.key());
    SourcedPeriod sourced = in == null ? null : inputs.documents().periods().get(in.key());
    if (in != null && (period == null || sourced == null)) {
      return ProcessOutcome.none(List.of(), 0);
    }
    if (period != null && period.isClosed()) {
      return new ProcessOutcome(List.of(), null, null, instance.identity(), 0);
    }
    return compile(instance, period, sourced, asked);
  }

  private ProcessOutcome compile(
      ProcessInstance instance,
      @Nullable PeriodDecl period,
      @Nullable SourcedPeriod sourced,
      Dependencies asked) {
    String identity = instance.identity();
    Findings findings = new Findings();
    BuiltInVariables facts = builtIns(sourced);
    Timings.enter(Phase.EXPAND);
    Mapping written = instance.process().mapping();
    ResolutionContext resolutionContext =
        inputs.baseContext().withCalendars(asked.calendars()).inPeriod(sourced);
    Variables variables = variables(written, period, facts, resolutionContext, findings);
    Mapping expanded = expand(written, period, variables, facts, asked, findings);
    Timings.enter(Phase.BIND);
    Findings ofExpanded = new Findings();
    ProcessDecl decl =
        ofExpanded.unwrap(documentCache.binder().process(expanded, written)).orElse(null);
    if (decl == null) {
      findings.addAll(FindingTraces.addTraces(identity, expanded, ofExpanded.toList()));
      return ProcessOutcome.none(findings.toList(), NodeValues.nodeCount(expanded));
    }
    Timings.enter(Phase.RESOLVE);
    ResolvedProcess resolved =
        ofExpanded.unwrap(Resolver.resolve(decl, resolutionContext)).orElseThrow();
    findings.addAll(FindingTraces.addTraces(identity, expanded, ofExpanded.toList()));
    Timings.enter(Phase.RULES);
    ProcessContext context =
        ProcessContext.of(resolved, resolutionContext, inputs.options().asOf());
    Findings ofRules = new Findings();
    Rules.check(context, ofRules);
    findings.addAll(FindingTraces.addTraces(identity, expanded, ofRules.toList()));
    return new ProcessOutcome(
        findings.toList(),
        new CompiledProcess(period, variables, resolved, resolutionContext),
        context,
        null,
        NodeValues.nodeCount(expanded));
  }

  private Variables variables(
      Mapping written,
      @Nullable PeriodDecl period,
      BuiltInVariables facts,
      ResolutionContext context,
      Findings findings) {
    Variables given =
        findings.unwrap(Variables.resolve(written, variableSources(period), facts)).orElseThrow();
    return VariableTypes.check(given, context, documentCache.dateLanguage(), findings);
  }

  private BuiltInVariables builtIns(@Nullable SourcedPeriod sourced) {
    return new BuiltInVariables(
        target == null ? BuiltInVariables.none().target() : target.name(),
        sourced == null ? null : PeriodResolver.facts(sourced));
  }

  private Mapping expand(
      Mapping written,
      @Nullable PeriodDecl period,
      Variables variables,
      BuiltInVariables facts,
      Dependencies asked,
      Findings findings) {
    ExpandRequest request =
        new ExpandRequest(
            written,
            asked.templates(),
            variables,
            facts,
            period == null ? null : period.document(),
            target == null ? null : target.document(),
            asked,
            ExpandLimits.DEFAULT);
    return findings.unwrap(Expander.expand(request)).orElseThrow();
  }

  private VariableSources variableSources(@Nullable PeriodDecl period) {
    ProjectDecl settings = inputs.documents().settings();
    return new VariableSources(
        inputs.options().variableFlags(),
        inputs.options().variableEnvironment(),
        inputs.options().variableFiles(),
        period == null ? null : period.variables(),
        target == null ? null : target.variables(),
        settings == null ? null : settings.variables());
  }
}
