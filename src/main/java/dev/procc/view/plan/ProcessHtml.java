package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.base.text.UrlText;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.ApiCallList;
import dev.procc.view.plan.facts.CauseGroup;
import dev.procc.view.plan.facts.CountedNames;
import dev.procc.view.plan.facts.DateMoves;
import dev.procc.view.plan.facts.DaysOffBetween;
import dev.procc.view.plan.facts.LeftUndone;
import dev.procc.view.plan.facts.PeopleChanges;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ReplacementReasons;
import dev.procc.view.plan.facts.RunCause;
import dev.procc.view.plan.facts.UnmovedDates;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The part of a plan's page about a process, or about several alike ones.
final class ProcessHtml {
  /// The width of lines that a page breaks by itself.
  private static final int UNBROKEN = 100_000;

  private static final List<String> PARTS =
      List.of("causes", "edits", "rest", "steps", "closing", "fold", "end");

  /// The most unmoved dates that are named.
  private static final int MAX_UNMOVED = 500;

  private final Plan plan;
  private final PlanLabels labels;

  /// The outcome of a process if nothing is known of the live one; null if it is.
  private final @Nullable Function<AlikeProcesses, String> outcome;

  ProcessHtml(
      Plan plan, PlanOptions.Project project, @Nullable Function<AlikeProcesses, String> outcome) {
    this.plan = plan;
    this.labels = new PlanLabels(plan, project.words());
    this.outcome = outcome;
  }

  private static List<Object> keyModels(AlikeProcesses alike) {
    List<Object> keys = new ArrayList<>();
    for (ProcessPlan process : alike.processes()) {
      keys.add(
          HtmlModels.modelOf(
              "key",
              TerminalText.sanitize(process.identity()),
              "title",
              TerminalText.sanitize(process.name())));
    }
    return keys;
  }

  Map<String, Object> model(AlikeProcesses alike) {
    Map<String, Object> model = new LinkedHashMap<>();
    ProcessPlan process = alike.told();
    RunPlan run = process.run();
    boolean ofRun = process.isRunPlan();
    model.put("identity", alike.isMany() ? null : TerminalText.sanitize(process.identity()));
    model.put("name", alike.isMany() ? alike.heading() : TerminalText.sanitize(process.name()));
    model.put("keys", keyModels(alike));
    model.put("many", alike.isMany() ? Plural.of(alike.processes().size(), "process") : null);
    model.put("word", PlanPhrases.outcomeLabel(process, Style.PLAIN));
    List<PlanRefusal> refusals = outcome == null ? alike.refusals() : List.of();
    model.put("kind", refusals.isEmpty() ? kind(process) : "refused");
    model.put("refused", !refusals.isEmpty());
    model.put("heldUp", outcome == null && PlanPhrases.isHeldUp(plan, process));
    model.put("state", state(alike));
    model.put("causes", ofRun ? List.of() : causeModels(process));
    List<String> unmoved =
        UnmovedDates.sentences(alike.processes(), labels, MAX_UNMOVED, "procc plan --detail");
    model.put("unmoved", unmoved);
    model.put("hasUnmoved", !unmoved.isEmpty());
    EditsHtml.put(model, process, labels);
    putSituation(model, alike);
    List<String> created = createdLines(process);
    model.put("created", created);
    model.put("hasCreated", created != null);
    putPeople(model, process);
    model.put("why", replacementModel(alike));
    List<String> losses = process.explanation().replacement().losses();
    model.put(
        "losses",
        losses.isEmpty() || plan.isRefused() || outcome == null ? null : String.join(", ", losses));
    String undone = LeftUndone.sentence(alike, labels);
    model.put("undone", undone.isEmpty() || outcome != null ? null : undone + ".");
    model.put("refusals", refusalModels(refusals));
    model.put("notes", process.warnings().stream().map(TerminalText::sanitize).toList());
    model.put("run", run == null || run.isSettled() ? null : runModel(alike, run));
    putParts(model, process, !refusals.isEmpty());
    putCalls(model, alike);
    return model;
  }

  /// Puts the order of the parts; what a refused plan would do comes last, folded.
  private static void putParts(Map<String, Object> model, ProcessPlan process, boolean refused) {
    List<String> order =
        !refused
            ? List.of("causes", "edits", "rest", "steps", "closing")
            : process.hasActions()
                ? List.of("edits", "steps", "closing", "fold", "causes", "rest", "end")
                : List.of("edits", "steps", "closing");
    List<Object> parts = new ArrayList<>();
    for (String part : order) {
      Map<String, Object> shown = new LinkedHashMap<>();
      PARTS.forEach(each -> shown.put("part-" + each, each.equals(part)));
      parts.add(shown);
    }
    model.put("parts", parts);
    model.put("notApplied", PlanPhrases.NOT_APPLIED);
  }

  /// Puts what Workiva moves by itself, and what stays in a run.
  private void putSituation(Map<String, Object> model, AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    RunPlan run = process.run();
    String shifts = PlanPhrases.predictedShifts(process);
    model.put("shifts", shifts.isEmpty() ? null : shifts);
    model.put(
        "settled",
        process.isRunPlan() && run != null && run.isSettled()
            ? new RunPlanText(new TextPage(), labels, Style.PLAIN, alike, run, true).remarks()
            : List.of());
  }

  private void putCalls(Map<String, Object> model, AlikeProcesses alike) {
    List<Object> calls = new ArrayList<>();
    for (ApiCallList.ApiCall step : ApiCallList.of(alike.told())) {
      calls.add(HtmlModels.modelOf("request", step.request(), "note", step.note()));
    }
    model.put("calls", calls);
    model.put(
        "hasCalls",
        calls.isEmpty() || plan.isRefused() || outcome != null ? null : ApiCallList.title(alike));
  }

  private String state(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    Function<AlikeProcesses, String> offline = outcome;
    if (offline != null) {
      return TerminalText.sanitize(offline.apply(alike));
    }
    TextPage state = new TextPage();
    if (!process.isRunPlan()) {
      ProcessSummaryText.write(state, plan, alike, labels);
    }
    return String.join(" ", HtmlModels.lines(state));
  }

  private static String kind(ProcessPlan process) {
    return process.replaces()
        ? "replace"
        : process.trashes() ? "trash" : process.creates() || process.adopts() ? "create" : "change";
  }

  private List<Object> causeModels(ProcessPlan process) {
    List<FieldChange> changes = CauseGroup.effectiveChanges(process);
    int unmovedDates = UnmovedDates.count(process);
    List<Object> models = new ArrayList<>();
    for (CauseGroup group : CauseGroup.of(changes)) {
      List<FieldChange> dates = new ArrayList<>(group.changes());
      dates.removeIf(change -> !DateMoves.isDateMove(change));
      List<FieldChange> rest = new ArrayList<>(group.changes());
      rest.removeIf(DateMoves::isDateMove);
      TextPage effects = new TextPage(UNBROKEN);
      new FieldChangeText(labels, Style.PLAIN, process, true).write(effects, rest, -1);
      models.add(
          HtmlModels.modelOf(
              "place", group.place(),
              "text", causeText(group),
              "moves", dates.isEmpty() ? false : DateMoves.summary(dates, unmovedDates),
              "dates", dateModels(process, dates),
              "others", !rest.isEmpty(),
              "effects", HtmlModels.effectModels(effects)));
      unmovedDates = dates.isEmpty() ? unmovedDates : -1;
    }
    return models;
  }

  /// The models of dates that move; dates with the same expression and the same days are one row.
  private List<Object> dateModels(ProcessPlan process, List<FieldChange> dates) {
    List<Object> rows = new ArrayList<>();
    for (List<FieldChange> row : DateMoves.groupDateMoves(dates)) {
      FieldChange first = row.getFirst();
      boolean whole = first.kind().equals("process");
      String rule = first.value().dateExpression();
      String off = DaysOffBetween.text(process, first);
      List<String> nodes =
          whole
              ? row.size() == 1 ? List.of() : List.of(Plural.of(row.size(), "process"))
              : CountedNames.of(row, each -> labels.name(process.identity(), each).toString());
      rows.add(
          HtmlModels.modelOf(
              "label",
              PlanLabels.label(first),
              "nodes",
              nodes,
              "hasNodes",
              !nodes.isEmpty(),
              "was",
              List.of(labels.valueText(first.field(), first.before()).split(" ", -1)),
              "will",
              List.of(labels.valueText(first.field(), first.after()).split(" ", -1)),
              "rule",
              rule == null ? false : rule,
              "off",
              off.isEmpty() ? false : TerminalText.sanitize(off)));
    }
    return rows;
  }

  /// The text of the first line that caused one of the changes; empty if no line is known.
  private static String causeText(CauseGroup group) {
    for (FieldChange change : group.changes()) {
      if (!change.causes().isEmpty()) {
        return CauseGroup.lineText(change.causes().getFirst());
      }
    }
    return "";
  }

  private @Nullable List<String> createdLines(ProcessPlan process) {
    if (!process.creates()) {
      return null;
    }
    TextPage page = new TextPage(Integer.MAX_VALUE);
    CreatedProcessText.write(page, process, labels, true);
    return page.toString()
        .stripTrailing()
        .lines()
        .map(line -> line.startsWith("  ") ? line.substring(2) : line)
        .toList();
  }

  private void putPeople(Map<String, Object> model, ProcessPlan process) {
    List<Object> people = process.isRunPlan() ? List.of() : peopleModels(process);
    model.put("people", people);
    model.put("hasPeople", !people.isEmpty());
  }

  private List<Object> peopleModels(ProcessPlan process) {
    List<Object> models = new ArrayList<>();
    for (PeopleChanges.PersonChanges row : PeopleChanges.of(List.of(process), labels)) {
      models.add(HtmlModels.modelOf("who", row.person(), "what", row.changes()));
    }
    return models;
  }

  private @Nullable Map<String, Object> replacementModel(AlikeProcesses alike) {
    ProcessPlan process = alike.told();
    if (!process.replaces()) {
      return null;
    }
    ReplacementReasons reasons = new ReplacementReasons(process, labels);
    List<Object> rows = new ArrayList<>();
    if (!reasons.isForced()) {
      for (ReplacementReasons.MissingCall row : alike.missingCalls(labels)) {
        rows.add(
            HtmlModels.modelOf(
                "phrase", row.phrase(),
                "where", String.join(", ", CountedNames.of(row.nodes(), name -> name)),
                "cause", row.cause()));
      }
    }
    Map<String, Object> why = new LinkedHashMap<>();
    why.put("forced", reasons.isForced());
    why.put("rows", rows);
    List<String> ways = alike.ways(labels, Integer.MAX_VALUE, PlanMarkdownDetail.COMMAND);
    why.put("keeping", ways.isEmpty() ? null : alike.waysHeading(ways.size()));
    why.put("ways", ways);
    ManualStepText hands = ManualStepText.beforeStart(labels, alike);
    List<Object> steps = new ArrayList<>();
    for (ManualStep step : hands.steps()) {
      Map<String, Object> hand = stepModel(process, hands, step);
      hand.put("hasOthers", null);
      hand.put("others", List.of());
      hand.put("sameIn", alike.isMany() ? ", " + alike.othersText() : null);
      steps.add(hand);
    }
    why.put("edits", steps);
    boolean none = steps.isEmpty() || outcome != null;
    why.put("editsHeading", none ? null : hands.beforeStartHeading());
    why.put("noLink", ManualStepText.NO_LINK);
    return why;
  }

  List<Object> refusalModels(List<PlanRefusal> refusals) {
    List<Object> models = new ArrayList<>();
    for (PlanRefusal refusal : refusals) {
      Map<String, Object> model = new LinkedHashMap<>();
      model.put("rule", refusal.rule());
      model.put("message", TerminalText.sanitize(refusal.message()));
      model.put("head", refusal.waysHeading().isEmpty() ? null : refusal.waysHeading());
      model.put("ways", WaysText.models(labels.ways(refusal.ways())));
      model.put("hasWays", !refusal.ways().isEmpty());
      models.add(model);
    }
    return models;
  }

  private static List<Object> runCauseModels(RunPlan run) {
    List<Object> causes = new ArrayList<>();
    for (RunCause cause : RunCause.of(run)) {
      causes.add(
          HtmlModels.modelOf(
              "place", cause.location(), "text", cause.text(), "effect", cause.effect()));
    }
    return causes;
  }

  /// The model of a step's target, with its link.
  private static Map<String, Object> targetModel(ProcessPlan process, ManualStep step) {
    String link = step.target().permalink();
    return HtmlModels.modelOf(
        "title",
        step.title().isEmpty()
            ? PlanLabels.relativeAddress(process.identity(), step.address())
            : TerminalText.sanitize(step.title()),
        "link",
        link != null && UrlText.isWebAddress(link) ? link : false);
  }

  private static Map<String, Object> stepModel(
      ProcessPlan process, ManualStepText words, ManualStep step) {
    Map<String, Object> hand = targetModel(process, step);
    String remark = words.remark(step);
    hand.put("day", remark.isEmpty() ? null : remark);
    hand.put("details", words.stepDetails(step));
    return hand;
  }

  /// The models of the step's targets in the other processes.
  private static List<Object> otherModels(AlikeProcesses alike, ManualStep step) {
    List<Object> others = new ArrayList<>();
    for (ProcessPlan process : alike.processes()) {
      RunPlan run = process.run();
      if (run != null && process != alike.processes().getFirst()) {
        others.add(targetModel(process, run.manualSteps().get(step.number() - 1)));
      }
    }
    return others;
  }

  private Map<String, Object> runModel(AlikeProcesses alike, RunPlan run) {
    ProcessPlan process = alike.told();
    RunPlanText text = new RunPlanText(new TextPage(), labels, Style.PLAIN, alike, run, true);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("head", process.isRunPlan() ? null : RunPlanText.statusLine(run));
    model.put("runCauses", process.isRunPlan() ? runCauseModels(run) : List.of());
    List<Object> additions = new ArrayList<>();
    for (TaskAddition addition : run.additions()) {
      additions.add(text.additionLines(addition));
    }
    model.put("additions", additions);
    model.put("hasAdditions", !additions.isEmpty());
    model.put("adds", text.additionsHeading());
    List<Object> hands = new ArrayList<>();
    for (ManualStep step : run.manualSteps()) {
      Map<String, Object> hand = stepModel(process, text.steps(), step);
      hand.put("others", otherModels(alike, step));
      hand.put("hasOthers", alike.isMany() ? text.othersText() : null);
      hands.add(hand);
    }
    model.put("hands", hands);
    model.put("hasHands", !hands.isEmpty());
    model.put(
        "handsOnly",
        process.isRunPlan() && additions.isEmpty() ? text.steps().handsOnlyText() : null);
    model.put("order", text.steps().orderText().isEmpty() ? null : text.steps().orderText() + ".");
    model.put("left", text.remarks());
    model.put("side", text.sideEffectsText());
    model.put("confirm", labels.command("procc status " + alike.commandKey() + " --confirm"));
    return model;
  }
}
