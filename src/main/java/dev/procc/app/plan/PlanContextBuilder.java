package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.Version;
import dev.procc.app.connection.CapabilitiesLookup;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.StandingFindings;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanLimits;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.ToolVersion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plan is made with beside the processes: the target, what is known of its server, limits,
/// overrides, and what lint said.
final class PlanContextBuilder {
  private final HostEnvironment host;
  private final Compilation compilation;
  private final TargetConnection connection;
  private final PlanRequest request;
  private final LocalDate asOf;

  PlanContextBuilder(
      HostEnvironment host,
      Compilation compilation,
      TargetConnection connection,
      PlanRequest request,
      LocalDate asOf) {
    this.host = host;
    this.compilation = compilation;
    this.connection = connection;
    this.request = request;
    this.asOf = asOf;
  }

  PlanContext build() throws Failure {
    PlanHeader header =
        new PlanHeader(
            new ToolVersion("procc", Version.PROCC),
            connection.target(),
            connection.url().toString(),
            connection.version(),
            host.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            asOf);
    return new PlanContext(
        header,
        DesiredProcesses.names(compilation.processes()),
        settings(),
        request.overrides(),
        StandingFindings.of(compilation));
  }

  private PlanSettings settings() throws Failure {
    TargetDecl target = compilation.target();
    var project = compilation.settings();
    Mapping ofTarget = target == null ? null : target.safety();
    Mapping ofProject = project == null ? null : project.safety();
    Map<String, PlanLimits> own = new LinkedHashMap<>();
    for (CompiledProcess process : compilation.processes()) {
      Mapping safety = process.resolved().decl().safety();
      if (safety != null) {
        own.put(
            process.resolved().decl().key().value(),
            limits(SafetySettings.of(safety, ofTarget, ofProject)));
      }
    }
    return new PlanSettings(
        new ServerCapabilities(CapabilitiesLookup.of(compilation, connection.target()).answers()),
        limits(SafetySettings.of(ofTarget, ofProject)),
        own,
        freezes(target),
        connection.reach());
  }

  /// The limits of the request, else those of the definitions.
  private PlanLimits limits(SafetySettings safety) {
    PlanLimits asked = request.limits();
    return new PlanLimits(
        limit(asked.maxCreate(), safety, "maxCreate"),
        limit(asked.maxReplace(), safety, "maxReplace"),
        limit(asked.maxTrash(), safety, "maxTrash"),
        limit(asked.maxRenamesPercent(), safety, "maxRenamesPercent"),
        limit(asked.maxDateShiftDays(), safety, "maxDateShiftDays"));
  }

  private static @Nullable Integer limit(
      @Nullable Integer asked, SafetySettings safety, String key) {
    return asked != null ? asked : safety.limit(key);
  }

  static List<Freeze> freezes(@Nullable TargetDecl target) {
    List<Freeze> freezes = new ArrayList<>();
    if (target != null && target.freeze() instanceof Sequence list) {
      for (var item : list.items()) {
        if (item instanceof Mapping freeze
            && freeze.get("from") instanceof Scalar from
            && freeze.get("to") instanceof Scalar to
            && freeze.get("reason") instanceof Scalar reason) {
          LocalDate first = ScalarValues.date(from.value());
          LocalDate last = ScalarValues.date(to.value());
          if (first != null && last != null) {
            freezes.add(new Freeze(first, last, reason.value()));
          }
        }
      }
    }
    return freezes;
  }
}
