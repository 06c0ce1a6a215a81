package dev.procc.view.report;

import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.live.planfile.Operation;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PredictedShift;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.RunPlan;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A plan as people read it on a terminal: the state first, causes before effects, what stays, why
/// not in place, what would be refused, what was checked, how long it holds, one next step.
///
/// It knows nothing but the plan: what was saved and shown again reads the same.
public final class PlanText {
  private static final int SHORT_HASH = 12;
  private final Plan plan;
  private final PlanOptions options;
  private final Style style;
  private final PlanWords words;
  private final Page page;

  private PlanText(Plan plan, PlanOptions options, Style style) {
    this.plan = plan;
    this.options = options;
    this.style = style;
    this.words = new PlanWords(plan);
    this.page = new Page(options.columns());
  }

  /// The text, with a line end at its end.
  public static String render(Plan plan, PlanOptions options, Style style) {
    return new PlanText(plan, options, style).render();
  }

  private String render() {
    if (options.quiet() < 2) {
      page.line(
          "procc plan   target "
              + Columns.shown(plan.target())
              + " ("
              + host(plan.apiUrl())
              + ")   as of "
              + PlanWords.day(plan.asOf()));
      page.blank();
      if (options.quiet() == 0) {
        shared();
      }
      processes();
    }
    PlanFooter.write(page, plan, options, style);
    return page.toString();
  }

  /// Lines that change several processes.
  private void shared() {
    for (SharedCauses.Row row : SharedCauses.of(plan)) {
      page.wrap(0, 2, style.cyan(Columns.shown(row.place())) + "   " + Columns.shown(row.text()));
      page.wrap(2, 2, row.effect());
    }
    page.blank();
  }

  static String host(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null
          ? Columns.shown(url)
          : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    } catch (IllegalArgumentException e) {
      return Columns.shown(url);
    }
  }

  private void processes() {
    if (options.quiet() == 0 && options.groupBy() != PlanOptions.GroupBy.CAUSE) {
      for (ProcessPlan process : plan.processes()) {
        if (!quietly(process)) {
          verdict(process);
        }
      }
      page.blank();
      GroupedText.write(page, plan, words, style, options);
      for (ProcessPlan process : plan.processes()) {
        whyNotInPlace(process);
        RunPlan run = process.run();
        if (run != null) {
          RunText text = new RunText(page, words, style, process, run, options.detail());
          page.blank();
          if (process.ofRun()) {
            text.whole();
          } else {
            text.beside();
          }
        }
        refusals(process);
      }
      page.blank();
      return;
    }
    for (ProcessPlan process : plan.processes()) {
      if (quietly(process)) {
        continue;
      }
      verdict(process);
      if (options.quiet() == 0) {
        body(process);
        page.blank();
      }
    }
    page.blank();
  }

  /// Unchanged processes are only counted, unless there is something to say or only one.
  private boolean quietly(ProcessPlan process) {
    return !process.acts()
        && process.refusals().isEmpty()
        && process.warnings().isEmpty()
        && process.changes().isEmpty()
        && process.run() == null
        && plan.processes().size() > 1
        && !options.detail();
  }

  private void verdict(ProcessPlan process) {
    String name = process.name().isEmpty() ? "" : "  \"" + Columns.shown(process.name()) + "\"";
    String refused = process.refusals().isEmpty() ? "" : style.red(", refused");
    page.line(
        style.bold(Columns.shown(process.identity()))
            + name
            + "   "
            + word(process, style)
            + refused);
  }

  /// What happens to a process, in a word or two.
  static String word(ProcessPlan process, Style style) {
    Action action = process.action();
    RunPlan run = process.run();
    if (run != null && process.ofRun()) {
      return run.ended() ? RunText.head(run) : style.cyan(RunText.head(run));
    }
    if (action == null) {
      return process.live().read() || process.refusals().isEmpty() ? "no change" : "no plan";
    }
    return switch (action) {
      case REPLACE -> style.yellow("REPLACE");
      case CREATE -> style.green("CREATE");
      case TRASH -> style.red("TRASH");
      case PATCH, RENAME -> style.cyan("CHANGE IN PLACE");
      case FORGET -> "FORGET";
      case ADOPT -> "ADOPT";
      case AMEND -> style.cyan("ADD TO THE RUN");
    };
  }

  private void body(ProcessPlan process) {
    RunPlan run = process.run();
    RunText runText =
        run == null ? null : new RunText(page, words, style, process, run, options.detail());
    if (runText != null && process.ofRun()) {
      page.blank();
      runText.whole();
      closing(process);
      return;
    }
    StateText.write(page, process, words);
    page.blank();
    EffectText effects = new EffectText(words, style, process, options.detail());
    causes(process, effects);
    edits(process, effects);
    if (process.creates()) {
      CreateText.write(page, process, words, options.detail());
    }
    shifts(process);
    whyNotInPlace(process);
    losses(process);
    if (runText != null) {
      page.blank();
      runText.beside();
    }
    closing(process);
  }

  private void closing(ProcessPlan process) {
    refusals(process);
    for (String warning : process.warnings()) {
      page.wrap(2, 2, "Note: " + Columns.shown(warning));
    }
    if (!process.assumes().isEmpty() && options.detail()) {
      page.wrap(
          2,
          2,
          "Assumes what is not documented: "
              + String.join(", ", process.assumes())
              + " (procc emulate --assumptions).");
    }
    if (options.detail()) {
      operations(process);
    }
  }

  private void causes(ProcessPlan process, EffectText effects) {
    Map<String, List<FieldChange>> blocks = blocks(process);
    List<Map.Entry<String, List<FieldChange>>> sorted = new ArrayList<>(blocks.entrySet());
    sorted.sort((a, b) -> b.getValue().size() - a.getValue().size());
    int moving = 0;
    for (FieldChange change : process.changes()) {
      if (change.effective() && EffectText.moves(change)) {
        moving++;
      }
    }
    int stay = Math.max(0, process.dateCount() - moving);
    for (Map.Entry<String, List<FieldChange>> block : sorted) {
      page.wrap(2, 2, block.getKey());
      effects.write(page, block.getValue(), stay);
      if (block.getValue().stream().anyMatch(EffectText::moves)) {
        stay = -1;
      }
    }
    if (!sorted.isEmpty()) {
      page.blank();
    }
  }

  /// Changes by the line that made them, as it reads in the plan.
  private Map<String, List<FieldChange>> blocks(ProcessPlan process) {
    Map<String, List<FieldChange>> blocks = new LinkedHashMap<>();
    for (FieldChange change : process.changes()) {
      boolean whole = change.field().equals(FieldChange.NODE) && change.kind().equals("process");
      if (change.effective() && !change.origin().equals("drift") && !whole) {
        blocks.computeIfAbsent(heading(change), h -> new ArrayList<>()).add(change);
      }
    }
    return blocks;
  }

  private String heading(FieldChange change) {
    if (change.causes().isEmpty()) {
      return "The definition";
    }
    Cause cause = change.causes().getFirst();
    String text =
        cause.text().isEmpty() ? "a line was removed after it" : Columns.shown(cause.text());
    return style.cyan(Columns.shown(cause.place())) + "   " + text;
  }

  /// Edits made in Workiva: those that would be undone, then those that stay.
  private void edits(ProcessPlan process, EffectText effects) {
    List<FieldChange> undone = new ArrayList<>();
    List<FieldChange> stays = new ArrayList<>();
    List<FieldChange> same = new ArrayList<>();
    for (FieldChange change : process.changes()) {
      if (change.origin().equals("converged")) {
        same.add(change);
      } else if (change.origin().equals("drift")) {
        (change.effective() ? undone : stays).add(change);
      }
    }
    if (!undone.isEmpty()) {
      page.wrap(2, 2, style.red("Edits made in Workiva that this undoes"));
      effects.write(page, undone, -1);
    }
    if (!stays.isEmpty()) {
      page.wrap(2, 2, "Edited in Workiva, left as it is there (Workiva -> the definition)");
      effects.write(page, stays, -1);
    }
    if (!same.isEmpty() && options.detail()) {
      page.wrap(2, 2, "Changed alike in Workiva and in the definition: nothing to do");
      effects.write(page, same, -1);
    }
    if (!undone.isEmpty() || !stays.isEmpty()) {
      page.blank();
    }
  }

  private void shifts(ProcessPlan process) {
    List<PredictedShift> shifts = process.predictedShifts();
    if (!shifts.isEmpty()) {
      page.wrap(
          2,
          2,
          "Workiva itself moves "
              + PlanWords.count(shifts.size(), "date")
              + " when the schedule changes (relativeDates: true; predicted, read back after"
              + " apply; "
              + (process.assumes().contains("shift") ? "assumes shift" : "as measured by probe")
              + ").");
    }
  }

  private void whyNotInPlace(ProcessPlan process) {
    if (!process.replaces()) {
      return;
    }
    Certificate certificate = new Certificate(process);
    if (certificate.forced()) {
      page.wrap(2, 2, "It could stay in place; it is replaced because --replace asks for it.");
      return;
    }
    page.line("  Why not in place: the API has no call that");
    int widest = 0;
    for (Certificate.Row row : certificate.rows()) {
      widest = Math.max(widest, row.phrase().length());
    }
    for (Certificate.Row row : certificate.rows()) {
      page.line(
          "    "
              + Page.pad(row.phrase(), widest + 3)
              + Page.pad(row.where(), 16)
              + (row.cause().isEmpty() ? "" : "  " + Columns.shown(row.cause())));
      if (options.detail() && row.addresses().size() > 1) {
        page.names(6, row.addresses(), Integer.MAX_VALUE);
      }
    }
    String without = certificate.counterfactual();
    if (!without.isEmpty()) {
      page.wrap(2, 0, without + ".");
    }
  }

  private void losses(ProcessPlan process) {
    if (!process.losses().isEmpty()) {
      page.wrap(
          2, 0, "Not carried over: " + Columns.shown(String.join(", ", process.losses())) + ".");
    }
    if (!process.carried().isEmpty()) {
      page.wrap(
          2,
          0,
          "Carried over from Workiva, set by nobody here: "
              + PlanWords.count(process.carried().size(), "field")
              + ".");
    }
  }

  private void refusals(ProcessPlan process) {
    for (Refusal refusal : process.refusals()) {
      refusal(page, style, refusal);
    }
  }

  static void refusal(Page page, Style style, Refusal refusal) {
    page.wrap(
        2,
        2,
        style.red("Refused (" + refusal.rule() + "):") + " " + Columns.shown(refusal.message()));
    if (refusal.flag() != null) {
      page.wrap(4, 2, "lifted by " + Columns.shown(refusal.flag()));
    }
    if (refusal.way() != null) {
      page.wrap(4, 2, "or: " + Columns.shown(refusal.way()));
    }
  }

  private void operations(ProcessPlan process) {
    if (!process.operations().isEmpty()) {
      page.line("  Calls");
    }
    for (Operation operation : process.operations()) {
      String size = operation.size() == 1 ? "" : "   " + operation.size() + " changes";
      page.wrap(4, 2, operation.method() + " " + Columns.shown(operation.path()) + size);
    }
  }

  static String shortHash(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }
}
