package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.Version;
import dev.procc.app.connection.CapabilitiesLookup;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.IdNames;
import dev.procc.app.project.StandingFindings;
import dev.procc.language.compile.Compilation;
import dev.procc.live.plan.input.LastAppliedValues;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.ToolVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The builder of a plan's context: the target, the capabilities of its server, limits, overrides,
/// and the result of linting.
final class PlanContextBuilder {
  private final HostEnvironment host;
  private final Compilation compilation;
  private final TargetConnection connection;
  private final PlanRequest request;
  private final LocalDate asOf;
  private final GuardSettings guards;

  PlanContextBuilder(
      HostEnvironment host,
      Compilation compilation,
      TargetConnection connection,
      PlanRequest request,
      LocalDate asOf,
      GuardSettings guards) {
    this.host = host;
    this.compilation = compilation;
    this.connection = connection;
    this.request = request;
    this.asOf = asOf;
    this.guards = guards;
  }

  /// Builds the context without knowledge of former applies.
  PlanContext build() throws Failure {
    return build(StandingFindings.of(compilation, null), LastAppliedValues.NONE);
  }

  /// @param last the records of former applies
  PlanContext build(LastRecords last) throws Failure {
    LintStatus lint = StandingFindings.of(compilation, null);
    return build(
        lint.warningCount() == 0 ? lint : StandingFindings.of(compilation, last.warnings()),
        last::find);
  }

  private PlanContext build(LintStatus lint, LastAppliedValues values) throws Failure {
    PlanHeader header =
        new PlanHeader(
            new ToolVersion("procc", Version.PROCC),
            connection.target(),
            connection.url().toString(),
            connection.version(),
            host.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            asOf);
    return new PlanContext(
        header, IdNames.of(compilation.processes()), settings(), request.overrides(), lint, values);
  }

  private PlanSettings settings() throws Failure {
    return new PlanSettings(
        new ServerCapabilities(CapabilitiesLookup.of(compilation, connection.target()).answers()),
        guards.limits(),
        guards.freezes(),
        connection.reach(),
        connection.zone());
  }
}
