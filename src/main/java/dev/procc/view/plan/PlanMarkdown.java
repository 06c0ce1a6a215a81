package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.codehost.CommentForm;
import dev.procc.live.planfile.FailedChecks;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.PlanSummary;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.operation.RunState;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.EffectText;
import dev.procc.view.plan.facts.LoosenedGuardsText;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.PlanValidity;
import dev.procc.view.plan.facts.SharedCauses;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownPage;
import dev.procc.view.text.MarkdownText;
import dev.procc.view.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A plan as one comment of a pull request: the verdict, then causes, then effects, then calls.
///
/// It is within the host's limit: it is cut level by level, which it says. A hidden marker at its
/// start identifies it and has hashes, only for display. Everything that comes from definitions or
/// from Workiva is escaped.
public final class PlanMarkdown {
  /// The kind in its marker.
  public static final String KIND = "plan";

  private static final int MAX_WARNINGS = 10;

  /// The most characters of the hashes of processes in the marker of a shortened comment, which is
  /// lost if it does not fit.
  private static final int MAX_HASHES = 20_000;

  /// The most loosened guards that are listed, in any comment.
  private static final int MAX_GUARDS = 10;

  private final Plan plan;
  private final PlanLabels labels;

  private final String ledger;

  private PlanMarkdown(Plan plan, String project, String ledger) {
    this.plan = plan;
    this.labels = new PlanLabels(plan, project);
    this.ledger = ledger;
  }

  /// The comment of a plan on the default target.
  public static SafeText render(Plan plan, CommentForm form) {
    return render(plan, form, "", "");
  }

  /// The comment, with a line end at the end and within the host's limit.
  ///
  /// @param project the words by which commands work on the same project and target, after a blank
  /// @param ledger the assignment by which they find its ledger, `PROCC_STATE=branch`; empty if it
  ///   is in the project
  public static SafeText render(Plan plan, CommentForm form, String project, String ledger) {
    MarkdownText cut =
        MarkdownText.strong("Cut to fit in a comment")
            .plus(": ")
            .plus(MarkdownText.code("procc plan" + project))
            .plus(" prints all of it.");
    List<Supplier<MarkdownPage>> levels = new ArrayList<>();
    for (PlanMarkdownDetail level : PlanMarkdownDetail.values()) {
      levels.add(() -> new PlanMarkdown(plan, project, ledger).render(level));
    }
    return CommentMarkdown.render(levels, form, cut);
  }

  private MarkdownPage render(PlanMarkdownDetail level) {
    MarkdownPage out = new MarkdownPage().append(MarkdownText.marker(KIND, marker(level))).line();
    out.heading(2).append("procc: " + headline() + PlanPhrases.newWarnings(plan)).paragraph();
    if (level != PlanMarkdownDetail.FULL) {
      out.append("Shortened to fit in a comment: the whole of it is what ")
          .code(labels.command("procc plan"))
          .append(" prints.")
          .paragraph();
    }
    if (plan.isRefused()) {
      out.caution()
          .strong("Merging changes nothing in Workiva")
          .append(": apply refuses this plan for the reasons below, and fails.");
      PlanPhrases.writeFlags(out, plan);
      out.paragraph();
      for (PlanRefusal refusal : plan.refusals()) {
        ProcessMarkdown.writeRefusal(out, labels, refusal);
      }
    }
    LoosenedGuardsText.writeMarkdown(out, plan.loosened(), Math.max(MAX_GUARDS, level.maxRows()));
    List<ProcessPlan> shown = new ArrayList<>(plan.processes());
    shown.removeIf(process -> !isShown(process));
    List<AlikeProcesses> groups = AlikeProcesses.of(shown);
    if (groups.size() > 1 && level != PlanMarkdownDetail.FULL) {
      ManyProcessesMarkdown.write(out, plan, labels, shown, level);
    } else {
      writeSharedCauses(out, groups);
      groups.forEach(group -> ProcessMarkdown.write(out, plan, labels, group, level));
    }
    UnchangedMarkdown.write(out, plan, labels, level);
    writeFooter(out, level);
    return withLedger(out, ledger);
  }

  /// A page that says once with which ledger its commands work.
  ///
  /// @param ledger `PROCC_STATE=branch`; empty if it is in the project
  public static MarkdownPage withLedger(MarkdownPage out, String ledger) {
    if (!ledger.isEmpty() && out.toText().toString().contains("`procc ")) {
      out.line()
          .append("Commands are for the top of the repository, after ")
          .code("export " + ledger)
          .append(": the jobs keep the ledger there.")
          .line();
    }
    return out;
  }

  private static boolean isShown(ProcessPlan process) {
    return process.hasActions()
        || !process.refusals().isEmpty()
        || !process.warnings().isEmpty()
        || !process.drift().isEmpty()
        || isRunShown(process);
  }

  /// Whether there is something to say of the run: what is to be done, or what stays.
  private static boolean isRunShown(ProcessPlan process) {
    RunPlan run = process.run();
    return run != null && (!run.isSettled() || process.isRunPlan() && !run.leftAsIs().isEmpty());
  }

  /// Writes the lines that change several processes that are shown separately.
  private void writeSharedCauses(MarkdownPage out, List<AlikeProcesses> groups) {
    boolean apart = groups.size() > 1 && !plan.isRefused();
    List<SharedCauses.SharedCause> rows = apart ? SharedCauses.find(plan) : List.of();
    if (rows.isEmpty()) {
      return;
    }
    out.table("Source", "Line", "Effect");
    for (SharedCauses.SharedCause row : rows) {
      out.row(
          MarkdownText.code(row.place()),
          MarkdownText.code(row.text()),
          MarkdownText.plain(row.effect()));
    }
    out.line();
  }

  private Json.Obj marker(PlanMarkdownDetail level) {
    Json.Builder hashes = Json.object();
    int count = 0;
    int length = 0;
    for (ProcessPlan process : plan.processes()) {
      length += process.identity().length() + process.hash().length();
      if (!process.hash().isEmpty()
          && count++ < level.maxProcesses()
          && (level == PlanMarkdownDetail.FULL || length < MAX_HASHES)) {
        hashes.put(process.identity(), process.hash());
      }
    }
    return Json.object()
        .put("v", 1)
        .put("target", plan.target())
        .put("planHash", plan.planHash())
        .put("refused", plan.isRefused())
        .put("hashes", hashes.build())
        .put("detail", level.word())
        .put("truncated", level != PlanMarkdownDetail.FULL)
        .build();
  }

  private String headline() {
    PlanSummary s = plan.summary();
    List<String> parts = new ArrayList<>();
    boolean allNotStarted = plan.processes().stream().allMatch(p -> p.runState() == RunState.NONE);
    addCount(
        parts,
        s.replace(),
        "is replaced" + (allNotStarted ? " before it starts" : ""),
        "are replaced" + (allNotStarted ? " before they start" : ""));
    addCount(parts, s.create(), "is created", "are created");
    addCount(parts, s.patch() + s.rename(), "changes in place", "change in place");
    addCount(parts, s.trash(), "is trashed", "are trashed");
    addCount(parts, s.adopt(), "is adopted", "are adopted");
    addCount(
        parts,
        PlanPhrases.forgottenCount(plan),
        "is forgotten by the ledger",
        "are forgotten by the ledger");
    addCount(parts, s.amend(), "gets tasks in its run", "get tasks in their runs");
    String steps = PlanPhrases.stepsText(plan);
    String additions = PlanPhrases.additionsText(plan);
    String more = (steps.isEmpty() ? "" : "; " + steps) + additions;
    if (plan.isRefused()) {
      return "nothing is applied: " + refusedText() + more;
    }
    return parts.isEmpty()
        ? steps.isEmpty()
            ? "no changes" + PlanPhrases.remainingDriftText(plan) + additions
            : steps + (additions.isEmpty() ? "; nothing for procc to do" : additions)
        : String.join(", ", parts) + dateMoves() + otherEffects() + more;
  }

  /// The refused processes, with the reason if there is one: `Q4 2024 Financial Close is running`.
  private String refusedText() {
    List<ProcessPlan> refused = new ArrayList<>(plan.processes());
    refused.removeIf(process -> process.refusals().isEmpty());
    if (refused.size() > 1) {
      return "apply would refuse " + Plural.of(refused.size(), "process");
    }
    if (refused.isEmpty()) {
      return "apply refuses the plan: " + plan.refusals().getFirst().message().split("[:;]", 2)[0];
    }
    ProcessPlan process = refused.getFirst();
    boolean running =
        process.refusals().getFirst().rule().equals(SafetyRule.HISTORY.word())
            && process.runState() == RunState.ACTIVE;
    return running
        ? ProcessMarkdown.name(process) + " is running"
        : ProcessMarkdown.name(process)
            + " is refused: "
            + process.refusals().getFirst().message().split("[:;]", 2)[0];
  }

  /// `; approver of 5 tasks, 1 rename`: what changes beside due dates.
  private String otherEffects() {
    List<FieldChange> rest = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      if (!process.creates() && !process.isRunPlan()) {
        rest.addAll(CauseGroup.effectiveChanges(process));
      }
    }
    rest.removeIf(DateMoves::isDateMove);
    String effects = EffectText.of(rest);
    return effects.isEmpty() ? "" : "; " + effects;
  }

  /// `; 7 dates move by 1 business day`.
  private String dateMoves() {
    int moving = 0;
    Set<Integer> shifts = new HashSet<>();
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (change.isEffective() && DateMoves.isDateMove(change)) {
          moving++;
          shifts.add(change.value().businessDays());
        }
      }
    }
    if (moving == 0) {
      return "";
    }
    Integer shift = shifts.size() == 1 ? shifts.iterator().next() : null;
    String by = shift == null || shift == 0 ? "" : " " + PlanLabels.shiftText(shift);
    return "; " + Plural.of(moving, "date") + Plural.choose(moving, " moves", " move") + by;
  }

  private static void addCount(List<String> parts, int n, String singular, String plural) {
    if (n > 0) {
      parts.add(Plural.of(n, "process") + " " + Plural.choose(n, singular, plural));
    }
  }

  /// Writes the warnings, those first that this change adds.
  private void writeWarnings(MarkdownPage out, int max) {
    List<LintWarning> ordered = new ArrayList<>(plan.lint().newWarnings());
    int fresh = ordered.size();
    plan.lint().warnings().stream().filter(warning -> !warning.isNew()).forEach(ordered::add);
    List<LintWarning> shown =
        ordered.subList(0, Plural.shown(ordered.size(), Math.max(max, fresh)));
    for (LintWarning warning : shown) {
      out.item().append("⚠ ");
      if (warning.isNew()) {
        out.strong("New:").append(" ");
      }
      if (!warning.location().isEmpty()) {
        out.code(warning.location()).append(" ");
      }
      out.append(warning.text()).line();
    }
    if (!PlanPhrases.handOver(plan).isEmpty()) {
      out.item().append(PlanPhrases.handOver(plan)).line();
    }
    int left = plan.lint().warningCount() - shown.size();
    if (left > 0) {
      out.item()
          .append(shown.isEmpty() ? "⚠ " + Plural.of(left, "warning") : "⚠ and " + left + " more")
          .append(": ")
          .code(labels.command("procc lint"))
          .line();
    }
  }

  private void writeNotManaged(MarkdownPage out) {
    int outside = plan.unmanaged().size();
    if (outside > 0) {
      out.append(
              "In Workiva, belonging to no definition, and left alone: "
                  + Plural.of(outside, "process")
                  + ".")
          .paragraph();
    }
  }

  /// Writes what was checked, what was not, and the open warnings.
  private void writeChecks(MarkdownPage out, PlanMarkdownDetail level) {
    if (!plan.lint().checked().isEmpty() || plan.lint().warningCount() > 0) {
      out.heading(3).append("Checks" + FailedChecks.place(plan)).line();
      String end = FailedChecks.effect(plan);
      for (String failed : FailedChecks.besideNewWarnings(plan.lint())) {
        out.item().append("❌ " + failed + end).line();
      }
      for (String checked : plan.lint().checked()) {
        out.item().append("✅ " + checked).line();
      }
      if (!plan.lint().notChecked().isEmpty()) {
        out.item().append("Not checked: " + String.join("; ", plan.lint().notChecked())).line();
      }
      writeWarnings(out, Math.min(MAX_WARNINGS, level.maxRows()));
      out.line();
    }
  }

  private void writeFooter(MarkdownPage out, PlanMarkdownDetail level) {
    writeChecks(out, level);
    writeNotManaged(out);
    boolean isRun = plan.processes().stream().anyMatch(ProcessPlan::isRunPlan);
    if (isRun && !plan.hasActions() && UnchangedMarkdown.isAnyToDo(plan)) {
      out.append(
              "Merging changes the definition, and nothing in the run: do the steps before it or"
                  + " after it.")
          .line();
    }
    if (!plan.hasActions() || plan.isRefused()) {
      return;
    }
    String validity = PlanValidity.validityText(plan, isRun ? "Add by " : "Merge by ");
    String start = PlanValidity.startText(plan, "Merge before ");
    out.append(validity.isEmpty() ? "" : validity + ". ");
    out.append(start.isEmpty() ? "" : start + ". ");
    if (isRun) {
      out.append("Merging adds nothing to a run: ")
          .code(labels.command("procc amend " + plan.processes().getFirst().identity()))
          .append(" does.")
          .line();
      return;
    }
    out.append(PlanValidity.APPLIES)
        .code(PlanPhrases.shortHash(plan.planHash()))
        .append(" on target ")
        .strong(plan.target())
        .append("; if anything changes first, it stops and says what.")
        .line();
  }
}
