package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.expand.ExpandRequest;
import dev.procc.language.expand.Expander;
import dev.procc.language.expand.FindingTraces;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandLimits;
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

/// Compiles one process of one period: expansion, binding, resolving, the rules.
///
/// Processes know nothing of each other, so that many can be compiled at once.
///
/// @param baseContext what every process is resolved against, without its period
/// @param errorFree whether nothing was broken in the documents themselves
record ProcessCompiler(
    ProjectDocuments documents,
    CompileOptions options,
    Binder binder,
    @Nullable TargetDecl target,
    ResolutionContext baseContext,
    boolean errorFree) {

  /// The result for one process.
  ///
  /// @param process null if nothing could be made of it, or its period is closed
  /// @param context what the rules looked at; null with the process
  /// @param closedIdentity its identity if its period is closed, else null
  record ProcessOutcome(
      List<Finding> findings,
      @Nullable CompiledProcess process,
      @Nullable ProcessContext context,
      @Nullable String closedIdentity) {
    static ProcessOutcome none(List<Finding> findings) {
      return new ProcessOutcome(findings, null, null, null);
    }
  }

  ProcessOutcome compile(ProcessInstance instance) {
    SourceDocument in = instance.period();
    PeriodDecl period = in == null ? null : documents.period(in.key());
    SourcedPeriod sourced = in == null ? null : documents.periods().get(in.key());
    if (in != null && (period == null || sourced == null)) {
      return ProcessOutcome.none(List.of());
    }
    if (period != null && period.isClosed()) {
      return new ProcessOutcome(List.of(), null, null, instance.identity());
    }
    return compile(instance, period, sourced);
  }

  private ProcessOutcome compile(
      ProcessInstance instance, @Nullable PeriodDecl period, @Nullable SourcedPeriod sourced) {
    String identity = instance.identity();
    Findings findings = new Findings();
    BuiltInVariables facts =
        new BuiltInVariables(
            target == null ? BuiltInVariables.none().target() : target.name(),
            sourced == null ? null : PeriodResolver.facts(sourced));
    Timings.enter(Phase.EXPAND);
    Mapping written = instance.process().mapping();
    Variables variables =
        findings.unwrap(Variables.resolve(written, variableSources(period), facts)).orElseThrow();
    Mapping expanded = findings.unwrap(expand(written, period, variables, facts)).orElseThrow();
    Timings.enter(Phase.BIND);
    Findings ofExpanded = new Findings();
    ProcessDecl decl = ofExpanded.unwrap(binder.process(expanded, written)).orElse(null);
    if (decl == null) {
      findings.addAll(FindingTraces.addTraces(identity, expanded, ofExpanded.toList()));
      return ProcessOutcome.none(findings.toList());
    }
    Timings.enter(Phase.RESOLVE);
    ResolutionContext resolutionContext = baseContext.inPeriod(sourced);
    ResolvedProcess resolved =
        ofExpanded.unwrap(Resolver.resolve(decl, resolutionContext)).orElseThrow();
    Timings.enter(Phase.RULES);
    boolean sound = errorFree && !findings.hasErrors() && !ofExpanded.hasErrors();
    ProcessContext context = ProcessContext.of(resolved, resolutionContext, options.asOf(), sound);
    Rules.check(context, ofExpanded);
    findings.addAll(FindingTraces.addTraces(identity, expanded, ofExpanded.toList()));
    return new ProcessOutcome(
        findings.toList(),
        new CompiledProcess(period, variables, resolved, resolutionContext),
        context,
        null);
  }

  private Outcome<Mapping> expand(
      Mapping written, @Nullable PeriodDecl period, Variables variables, BuiltInVariables facts) {
    return Expander.expand(
        new ExpandRequest(
            written,
            documents.templates(),
            variables,
            facts,
            period == null ? null : period.document(),
            target == null ? null : target.document(),
            documents.project(),
            ExpandLimits.DEFAULT));
  }

  private VariableSources variableSources(@Nullable PeriodDecl period) {
    ProjectDecl settings = documents.settings();
    return new VariableSources(
        options.variableFlags(),
        options.variableEnvironment(),
        options.variableFiles(),
        period == null ? null : period.variables(),
        target == null ? null : target.variables(),
        settings == null ? null : settings.variables());
  }
}
