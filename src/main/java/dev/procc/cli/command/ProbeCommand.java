package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Leftover;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeRun;
import dev.procc.live.probe.Probes;
import dev.procc.live.probe.Sweep;
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

/// `procc probe`: asks a sandbox what the documents of the API leave open, with throw-away
/// processes, and writes the answers down for planner and emulator.
final class ProbeCommand implements Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String summary() {
    return "measure on a sandbox what the API's documents leave open";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
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
    Makes throw-away processes named "procc probe ... (throw-away, may be deleted)", looks how the
    server takes each call, and moves them to the trash at the end, also after an error or Ctrl-C.
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
  public int run(Call call) throws Failure, IOException {
    Compilation compilation = Definitions.compileAll(call);
    LiveAccess access = LiveAccess.of(call, compilation);
    ProbeFiles files = new ProbeFiles(call, compilation, access.target());
    MeasuredFile known = files.read();
    List<Probe> probes = selected(call, known);
    if (call.args().has("--dry-run")) {
      ProbeShowing.calls(call, access, probes);
      return Exit.OK;
    }
    guard(call, access);
    if (probes.isEmpty()) {
      return ProbeShowing.nothing(call, files.shown());
    }
    confirm(call, access, probes);
    return ask(call, access, files, known, probes);
  }

  private static List<Probe> selected(Call call, MeasuredFile known) throws Failure {
    Set<String> only = new LinkedHashSet<>(call.args().values("--only"));
    List<String> keys = new ArrayList<>();
    Probes.ALL.forEach(probe -> keys.add(probe.key()));
    for (String key : only) {
      String why = Probes.NOT_ASKED.get(key);
      if (why != null) {
        throw Failure.usage("no probe answers \"" + key + "\"", why);
      }
      if (!keys.contains(key)) {
        throw Failure.usage(
            "\"" + key + "\" is no question",
            Spelling.hint(key, keys).orElse("procc probe --dry-run lists them"));
      }
    }
    boolean again = call.args().has("--again");
    List<Probe> selected = new ArrayList<>();
    for (Probe probe : Probes.select(only)) {
      boolean asked = only.contains(probe.key()) || again;
      boolean answered = known.answers().containsKey(probe.key());
      if (probe.runs() && !call.args().has("--with-runs")) {
        if (only.contains(probe.key())) {
          throw Failure.usage("\"" + probe.key() + "\" takes a run", "add --with-runs");
        }
      } else if (asked || !answered) {
        selected.add(probe);
      }
    }
    return selected;
  }

  private static void guard(Call call, LiveAccess access) throws Failure {
    if (call.args().has("--treat-as-sandbox")) {
      return;
    }
    if (!access.sandbox()) {
      throw Failure.refused(
          "target \"" + access.target() + "\" is not marked as a sandbox",
          "write sandbox: true for it in procc.yaml, or add --treat-as-sandbox");
    }
    if (access.elsewhere()) {
      throw Failure.refused(
          "PROCC_API_URL leads to "
              + access.url()
              + ", which is not target \""
              + access.target()
              + "\"",
          "unset it, or add --treat-as-sandbox");
    }
  }

  private static void confirm(Call call, LiveAccess access, List<Probe> probes)
      throws Failure, IOException {
    if (call.args().has("--yes")) {
      return;
    }
    int processes = ProbeShowing.processes(probes);
    Confirmation.of(call, call.env().errTerminal(), "the probe", "add --yes")
        .typed(
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

  private static int ask(
      Call call, LiveAccess access, ProbeFiles files, MeasuredFile known, List<Probe> probes)
      throws Failure {
    String stamp = STAMP.format(call.env().clock().instant());
    try (StopSignal stop = StopSignal.listen();
        ApiClient client = access.open(stop::pause);
        ApiClient cleaner = access.open()) {
      Sweep sweep = new Sweep(cleaner);
      List<String> open = new ArrayList<>();
      List<Leftover> before = earlier(sweep, files.stamps(), open);
      open.add(stamp);
      files.writeStamps(open);
      ProbeProgress progress =
          new ProbeProgress(call, files, known.at(access.url().toString()), access.version());
      ProbeRun.Outcome outcome =
          new ProbeRun(client, sweep, stamp, stop::asked, progress)
              .run(probes, call.args().value("--participant", ""), known.answers());
      progress.end(
          outcome.made() == 0 || !call.args().values("--only").isEmpty()
              ? Map.of()
              : reasons(call));
      List<Leftover> left = new ArrayList<>(before);
      left.addAll(outcome.left());
      if (outcome.left().isEmpty()) {
        open.remove(stamp);
      }
      files.writeStamps(open);
      if (outcome.made() == 0 && outcome.left().isEmpty() && outcome.failure() != null) {
        throw LiveAccess.failure(outcome.failure());
      }
      return ProbeShowing.result(call, files, progress, outcome, left);
    }
  }

  /// Cleans up after earlier probes that could not.
  ///
  /// @param open gets those of which something is still there
  private static List<Leftover> earlier(Sweep sweep, List<String> stamps, List<String> open)
      throws Failure {
    List<Leftover> left = new ArrayList<>();
    for (String stamp : stamps) {
      try {
        List<Leftover> still = sweep.earlier(stamp);
        if (!still.isEmpty()) {
          open.add(stamp);
        }
        left.addAll(still);
      } catch (ApiException e) {
        throw LiveAccess.failure(e);
      }
    }
    return left;
  }

  private static Map<String, String> reasons(Call call) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (!call.args().has("--with-runs")) {
      for (Probe probe : Probes.ALL) {
        if (probe.runs()) {
          reasons.put(probe.key(), "it takes a run: procc probe --with-runs");
        }
      }
    }
    reasons.putAll(Probes.NOT_ASKED);
    return reasons;
  }

  /// How a participant is called in a list of calls that are not made.
  static Lab blank(Call call) {
    return new Lab(
        "TIME",
        call.args().value("--participant", "CALLER"),
        call.env().clock().instant().atOffset(ZoneOffset.UTC).toLocalDate());
  }
}
