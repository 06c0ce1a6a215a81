package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.CapabilitiesDocument;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Spelling;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.Confirmation;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.StopSignal;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCleanup;
import dev.procc.live.probe.ProbeRun;
import dev.procc.live.probe.Probes;
import dev.procc.live.probe.RemainingProcess;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `procc probe`: measures in a sandbox, with disposable processes, what the API's documentation
/// leaves open, and writes the answers for the planner and the emulator.
public final class ProbeCommand extends Command {
  private static final String STOPPING =
      "Stopping: the call in flight ends, then the throw-away processes go to the bin";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  public ProbeCommand() {
    super(CommandGroup.TOOLS, "probe", "measure on a sandbox what the API's documents leave open");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.values("--only", "KEY", "ask this question and those it needs; may be repeated"),
            Option.flag("--again", "ask what has an answer already, too"),
            Option.flag("--with-runs", "ask also what takes a run; no call ends a run"),
            Option.value("--participant", "ID", "the user whom tasks name; the caller by default"),
            Option.flag("--dry-run", "list the calls and make none"),
            Option.flag("--treat-as-sandbox", "probe a target that is not marked sandbox: true"),
            Option.flag("--yes", "do not ask"))
        .formats("text", "json");
  }

  @Override
  public String details() {
    return """
    Makes throw-away processes named "procc probe ... (throw-away, may be deleted)", sees how the
    server takes each call, and moves them to the bin at the end, also after an error or Ctrl-C.
    The answers and their evidence go to capabilities/TARGET.yaml: plans no longer assume what was
    measured, and procc emulate --capabilities FILE behaves alike. Answers that are there are kept;
    a probe that was stopped goes on where it stopped.

    Only targets with sandbox: true in procc.yaml are probed. Questions about runs are left out
    unless --with-runs is given: their tasks start by hand only, so that nobody gets
    mail, but the runs stay active until somebody ends them in Workiva.

    Examples:
      procc probe --target sandbox --dry-run
      procc probe --target sandbox
      procc probe --target sandbox --only shift --again
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure, IOException {
    ProjectSession session = ProjectSession.open(ProjectArguments.request(invocation, List.of()));
    TargetConnection access = TargetConnection.of(session, session.compile(null), invocation::note);
    ProbeFiles files = new ProbeFiles(invocation, session, access.target());
    CapabilitiesDocument known = files.read();
    List<Probe> probes = selectedProbes(invocation, known);
    if (invocation.args().has("--dry-run")) {
      ProbePrinter.printCalls(invocation, access, probes);
      return ExitCode.OK;
    }
    requireSandbox(invocation, access);
    if (probes.isEmpty()) {
      return ProbePrinter.printNothingOpen(invocation, files.answersFile());
    }
    confirm(invocation, access, probes);
    return runProbes(invocation, access, files, known, probes);
  }

  private static List<Probe> selectedProbes(Invocation invocation, CapabilitiesDocument known)
      throws Failure {
    Set<String> only = new LinkedHashSet<>(invocation.args().values("--only"));
    List<String> keys = new ArrayList<>();
    Probes.ALL.forEach(probe -> keys.add(probe.key()));
    for (String key : only) {
      String why = Probes.UNPROBED.get(key);
      if (why != null) {
        throw Failure.usage("no probe answers \"" + key + "\"", why);
      }
      if (!keys.contains(key)) {
        throw Failure.usage(
            "\"" + key + "\" is not a question",
            Spelling.hint(key, keys).orElse("procc probe --dry-run lists them"));
      }
    }
    boolean again = invocation.args().has("--again");
    List<Probe> selected = new ArrayList<>();
    for (Probe probe : Probes.select(only)) {
      boolean asked = only.contains(probe.key()) || again;
      boolean answered = known.answers().containsKey(probe.key());
      if (probe.startsRun() && !invocation.args().has("--with-runs")) {
        if (only.contains(probe.key())) {
          throw Failure.usage("\"" + probe.key() + "\" takes a run", "add --with-runs");
        }
      } else if (asked || !answered) {
        selected.add(probe);
      }
    }
    return selected;
  }

  private static void requireSandbox(Invocation invocation, TargetConnection access)
      throws Failure {
    if (invocation.args().has("--treat-as-sandbox")) {
      return;
    }
    if (!access.isSandbox()) {
      throw Failure.refused(
          "target \"" + access.target() + "\" is not marked as a sandbox",
          "write sandbox: true for it in procc.yaml, or add --treat-as-sandbox");
    }
    if (access.overridesHost()) {
      throw Failure.refused(
          "PROCC_API_URL leads to "
              + access.url()
              + ", which is not target \""
              + access.target()
              + "\"",
          "unset it, or add --treat-as-sandbox");
    }
  }

  private static void confirm(Invocation invocation, TargetConnection access, List<Probe> probes)
      throws Failure, IOException {
    if (invocation.args().has("--yes")) {
      return;
    }
    int processes = Probes.countProcesses(probes);
    Confirmation.of(invocation, invocation.env().errIsTerminal(), "the probe", "add --yes")
        .requireTyped(
            "Make and trash about "
                + processes
                + " throw-away processes on "
                + access.url()
                + " (target "
                + access.target()
                + ")? Type "
                + access.target()
                + ": ",
            access.target(),
            "nothing was made");
  }

  private static int runProbes(
      Invocation invocation,
      TargetConnection access,
      ProbeFiles files,
      CapabilitiesDocument known,
      List<Probe> probes)
      throws Failure {
    String stamp = STAMP.format(invocation.env().clock().instant());
    try (StopSignal stop = StopSignal.listen(invocation, STOPPING);
        ApiClient client = access.open(stop::pause);
        ApiClient cleaner = access.open()) {
      ProbeCleanup cleanup = new ProbeCleanup(cleaner);
      List<String> open = new ArrayList<>();
      List<RemainingProcess> before = cleanUpEarlier(cleanup, files.stamps(), open);
      open.add(stamp);
      files.writeStamps(open);
      ProbeProgress progress =
          new ProbeProgress(
              invocation, files, known.withApiUrl(access.url().toString()), access.version());
      ProbeRun.ProbeRunResult outcome =
          new ProbeRun(client, cleanup, stamp, stop::isRequested, progress)
              .run(probes, invocation.args().value("--participant", ""), known.answers());
      progress.finish(
          outcome.createdCount() == 0 || !invocation.args().values("--only").isEmpty()
              ? Map.of()
              : notAskedReasons(invocation));
      List<RemainingProcess> remaining = new ArrayList<>(before);
      remaining.addAll(outcome.remaining());
      if (outcome.remaining().isEmpty()) {
        open.remove(stamp);
      }
      files.writeStamps(open);
      if (outcome.createdCount() == 0
          && outcome.remaining().isEmpty()
          && outcome.failure() != null) {
        throw TargetConnection.failure(outcome.failure());
      }
      return ProbePrinter.printResult(invocation, files, progress, outcome, remaining);
    }
  }

  /// Removes what earlier probes left behind.
  ///
  /// @param open receives the stamps of those that still have something left
  private static List<RemainingProcess> cleanUpEarlier(
      ProbeCleanup cleanup, List<String> stamps, List<String> open) throws Failure {
    List<RemainingProcess> remaining = new ArrayList<>();
    for (String stamp : stamps) {
      try {
        List<RemainingProcess> still = cleanup.cleanUpEarlierRun(stamp);
        if (!still.isEmpty()) {
          open.add(stamp);
        }
        remaining.addAll(still);
      } catch (ApiException e) {
        throw TargetConnection.failure(e);
      }
    }
    return remaining;
  }

  private static Map<String, String> notAskedReasons(Invocation invocation) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (!invocation.args().has("--with-runs")) {
      for (Probe probe : Probes.ALL) {
        if (probe.startsRun()) {
          reasons.put(probe.key(), "it takes a run: procc probe --with-runs");
        }
      }
    }
    reasons.putAll(Probes.UNPROBED);
    return reasons;
  }
}
