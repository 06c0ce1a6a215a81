package dev.procc.language.compile;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.check.Rules;
import dev.procc.language.check.Subject;
import dev.procc.language.expand.ExpandLimits;
import dev.procc.language.expand.ExpandRequest;
import dev.procc.language.expand.Expander;
import dev.procc.language.expand.Expansion;
import dev.procc.language.expand.Facts;
import dev.procc.language.expand.Trails;
import dev.procc.language.expand.VariableSources;
import dev.procc.language.expand.Variables;
import dev.procc.language.project.Instance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.resolve.Resolver;
import dev.procc.language.resolve.Surroundings;
import dev.procc.language.yaml.Mapping;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compiles one process of one period: expansion, binding, resolving, the rules.
///
/// Processes know nothing of each other, so that many can be compiled at once.
///
/// @param templates by key
/// @param general what every process is resolved against, without its period
/// @param periods by key
/// @param sound whether nothing was broken in the documents themselves
record ProcessCompiler(
    Project project,
    CompileOptions options,
    Binder binder,
    Documents documents,
    @Nullable TargetDecl target,
    Map<String, Mapping> templates,
    Surroundings general,
    Map<String, SourcedPeriod> periods,
    boolean sound) {

  /// What came of a process.
  ///
  /// @param process absent where nothing could be made of it, or its period is closed
  /// @param subject what the rules looked at; absent with the process
  /// @param closed its identity, where its period is closed
  record Made(
      List<Diagnostic> found,
      @Nullable CompiledProcess process,
      @Nullable Subject subject,
      @Nullable String closed) {
    static Made nothing(List<Diagnostic> found) {
      return new Made(found, null, null, null);
    }
  }

  Made compile(Instance instance) {
    SourceDocument in = instance.period();
    PeriodDecl period = in == null ? null : documents.period(in.key());
    SourcedPeriod sourced = in == null ? null : periods.get(in.key());
    if (in != null && (period == null || sourced == null)) {
      return Made.nothing(List.of());
    }
    if (period != null && period.closed()) {
      return new Made(List.of(), null, null, instance.identity());
    }
    List<Diagnostic> found = new ArrayList<>();
    Facts facts =
        new Facts(
            target == null ? Facts.none().target() : target.name(),
            sourced == null ? null : PeriodReading.facts(sourced));
    Mapping written = instance.process().mapping();
    Variables variables = take(Variables.resolve(written, sources(period), facts), found);
    Expansion expansion = take(expand(written, period, variables, facts), found);
    List<Diagnostic> later = new ArrayList<>();
    Outcome<ProcessDecl> bound =
        binder.process(expansion.process(), written, Documents.whole(instance.process()));
    later.addAll(bound.diagnostics());
    if (bound.value().isEmpty()) {
      found.addAll(Trails.follow(expansion.process(), later));
      return Made.nothing(found);
    }
    Surroundings around = general.in(sourced);
    Resolved resolved = take(Resolver.resolve(bound.value().get(), around), later);
    Subject subject =
        Subject.of(resolved, around, options.asOf(), sound && !broken(found) && !broken(later));
    Rules.check(subject, later::add);
    found.addAll(Trails.follow(expansion.process(), later));
    return new Made(found, new CompiledProcess(period, variables, resolved, around), subject, null);
  }

  private Outcome<Expansion> expand(
      Mapping written, @Nullable PeriodDecl period, Variables variables, Facts facts) {
    return Expander.expand(
        new ExpandRequest(
            written,
            templates,
            variables,
            facts,
            period == null ? null : period.document(),
            target == null ? null : target.document(),
            project,
            ExpandLimits.DEFAULT));
  }

  private static <T> T take(Outcome<T> outcome, List<Diagnostic> found) {
    found.addAll(outcome.diagnostics());
    return outcome.value().orElseThrow();
  }

  private static boolean broken(List<Diagnostic> found) {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  private VariableSources sources(@Nullable PeriodDecl period) {
    ProjectDecl settings = documents.settings;
    return new VariableSources(
        options.flags(),
        options.environment(),
        options.files(),
        period == null ? null : period.variables(),
        target == null ? null : target.variables(),
        settings == null ? null : settings.variables());
  }
}
