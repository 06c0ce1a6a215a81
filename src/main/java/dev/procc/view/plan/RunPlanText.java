package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.model.process.Address;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.RunCause;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The plan of a run as text: the tasks that a call adds, and the manual steps with the words of
/// Workiva's screens.
public final class RunPlanText {
  private static final int MAX_BRIEF_ADDITIONS = 12;

  /// The head of the tasks of a refused amendment.
  static final String NOT_ADDED = "Asked for, and not added to the run";

  private final TextPage page;
  private final PlanLabels labels;
  private final Style style;
  private final AlikeProcesses alike;
  private final ProcessPlan process;
  private final RunPlan run;
  private final boolean detail;
  private final ManualStepText steps;

  RunPlanText(
      TextPage page,
      PlanLabels labels,
      Style style,
      AlikeProcesses alike,
      RunPlan run,
      boolean detail) {
    this.page = page;
    this.labels = labels;
    this.style = style;
    this.alike = alike;
    this.process = alike.told();
    this.run = run;
    this.detail = detail;
    this.steps = new ManualStepText(labels, process, run.manualSteps(), alike.commandKey());
  }

  /// `RUNNING since Thu 2025-01-02, 1 of 6 done`, `COMPLETE, started Thu 2025-01-02, 6 of 6 done`.
  public static String statusLine(RunPlan run) {
    return run.run().status().toUpperCase(Locale.ROOT)
        + (run.run().startDate() == null
            ? ""
            : (run.hasEnded() ? ", started " : " since ")
                + PlanLabels.dayText(run.run().startDate()))
        + ", "
        + run.run().doneCount()
        + " of "
        + run.run().jobCount()
        + " done";
  }

  /// Its manual steps in words.
  ManualStepText steps() {
    return steps;
  }

  /// The whole plan of a run.
  void writeRunPlan() {
    if (run.hasEnded()) {
      page.wrap(
          2, 2, "The run has ended: nothing can be added to it, and no step by hand is left.");
      writeLeftovers();
      return;
    }
    if (run.isSettled()) {
      page.wrap(
          2, 2, "The run is as the definition says: there is nothing to add, and no step by hand.");
      writeLeftovers();
      return;
    }
    writeCauses();
    if (run.additions().isEmpty()) {
      page.wrap(2, 2, steps.handsOnlyText());
    } else {
      page.wrap(2, 2, additionsHeading() + ":");
      writeAdditions();
    }
    writeManualWork();
  }

  /// What becomes of the tasks that can be added.
  String additionsHeading() {
    return !process.amends()
        ? "procc can add to the run"
        : process.refusals().isEmpty() ? "procc adds to the run" : NOT_ADDED;
  }

  /// Writes the notice in the plan of a process with a run, which the plan does not change.
  void writeRunNotice() {
    if (run.isSettled()) {
      if (!process.changes().isEmpty()) {
        page.wrap(2, 2, "The run that is under way shows all that the definition says already.");
      }
      return;
    }
    String done = " (" + run.run().doneCount() + " of " + run.run().jobCount() + " done) ";
    int runs = alike.processes().size();
    page.wrap(
        2,
        2,
        runs == 1
            ? "The run that is under way" + done + "gets none of the changes by itself."
            : "The "
                + runs
                + " runs that are under way"
                + done
                + "get none of the changes by themselves.");
    if (!run.additions().isEmpty()) {
      page.wrap(
          2,
          2,
          "procc can add "
              + Plural.of(run.additions().size(), "task")
              + (runs == 1 ? " to it" : " to each")
              + ": "
              + labels.command("procc amend " + TerminalText.sanitize(alike.commandKey())));
      if (detail) {
        writeAdditions();
      }
    }
    writeManualWork();
    page.blank();
  }

  private void writeManualWork() {
    writeManualSteps();
    writeLeftovers();
    writeSideEffects();
    if (!run.manualSteps().isEmpty()) {
      int n = run.manualSteps().size();
      page.wrap(
          2,
          2,
          "Afterwards: "
              + labels.command(
                  "procc status " + TerminalText.sanitize(alike.commandKey()) + " --confirm")
              + "    "
              + (alike.isMany() ? "(for each key) " : "")
              + "reads "
              + (n == 1 ? "it" : n == 2 ? "both" : "all " + n)
              + " back and records "
              + Plural.choose(n, "it", "them"));
    }
  }

  private void writeCauses() {
    for (RunCause cause : RunCause.of(run)) {
      page.wrap(
          2,
          2,
          style.cyan(TerminalText.sanitize(cause.location()))
              + "   "
              + TerminalText.sanitize(cause.text())
              + "   "
              + cause.effect());
    }
    page.blank();
  }

  private void writeAdditions() {
    FieldChangeText effects = new FieldChangeText(labels, Style.PLAIN, process, detail);
    int most = Plural.shown(run.additions().size(), MAX_BRIEF_ADDITIONS);
    int shown = 0;
    for (TaskAddition addition : run.additions()) {
      if (!detail && shown++ == most) {
        page.line("    and " + (run.additions().size() - most) + " more (--detail)");
        break;
      }
      page.wrap(4, 2, style.green("+") + " " + additionText(addition));
      String who = effects.assignmentText(Json.object().put("job", addition.job()).build());
      if (!who.isEmpty()) {
        page.wrap(6, 2, who);
      }
      page.wrap(6, 2, startText(addition));
    }
  }

  private String additionText(TaskAddition addition) {
    return PlanLabels.noun(addition.task().kind())
        + " "
        + labels.name(process.identity(), addition.address(), addition.title())
        + positionText(addition)
        + othersText();
  }

  /// `, and the same in 12 more processes`; empty for one process.
  String othersText() {
    return alike.isMany() ? ", " + alike.othersText() : "";
  }

  /// The lines of an addition: what and where, who, when it starts.
  List<String> additionLines(TaskAddition addition) {
    List<String> lines = new ArrayList<>();
    lines.add(additionText(addition));
    String who =
        new FieldChangeText(labels, Style.PLAIN, process, true)
            .assignmentText(Json.object().put("job", addition.job()).build());
    if (!who.isEmpty()) {
      lines.add(who);
    }
    lines.add(startText(addition));
    return lines;
  }

  private String positionText(TaskAddition addition) {
    String group =
        addition.group().equals(Address.root(process.identity()))
            ? ""
            : " in " + name(addition.group());
    String follows = addition.siblings().follows();
    String precedes = addition.siblings().precedes();
    if (follows == null) {
      return group + (precedes == null ? "" : ", first, before " + name(precedes));
    }
    return group
        + ", after "
        + name(follows)
        + (precedes == null ? ", last" : " and before " + name(precedes));
  }

  private String startText(TaskAddition addition) {
    String people = steps.peopleText(addition.starts().mailRecipients());
    String notifies = people.isEmpty() ? "" : "; Workiva notifies " + people;
    String waitsFor = addition.starts().waitsFor();
    return switch (addition.starts().start()) {
      case PASSED ->
          style.yellow("The point of insertion has passed: it starts immediately") + notifies;
      case AT_ONCE -> "starts at once" + notifies;
      case MANUAL -> "waits until somebody starts it: nobody is notified before";
      case LATER ->
          (addition.group().equals(waitsFor) ? "starts with " : "starts after ")
              + (waitsFor == null ? "what stands before it" : name(waitsFor))
              + ": nobody is notified before";
    };
  }

  private void writeManualSteps() {
    if (run.manualSteps().isEmpty()) {
      return;
    }
    page.wrap(2, 2, "By hand, in Workiva:");
    if (!steps.orderText().isEmpty()) {
      page.wrap(4, 2, steps.orderText() + ".");
    }
    steps.write(page, style, alike.isMany() ? alike.othersText() + ": --detail" : "");
  }

  private void writeLeftovers() {
    remarks().forEach(sentence -> page.wrap(2, 2, sentence));
  }

  /// What stays, by the titles of the tasks, and who is notified: `Unchanged: Reconcile accounts
  /// receivable is done already`.
  List<String> remarks() {
    List<String> texts = new ArrayList<>();
    for (String sentence : run.leftAsIs()) {
      List<String> words = new ArrayList<>();
      for (String word : sentence.split(" ", -1)) {
        words.add(word.startsWith(process.identity() + "/") ? name(word) : word);
      }
      texts.add("Unchanged: " + TerminalText.sanitize(String.join(" ", words)));
    }
    run.notices().forEach(notice -> texts.add(TerminalText.sanitize(notice)));
    return texts;
  }

  private void writeSideEffects() {
    page.wrap(2, 2, sideEffectsText() + ".");
  }

  /// `, the first overdue since Mon 2025-01-06`; empty if it is due on the busiest day.
  private String firstText(RunPlan.PersonWorkload load) {
    String first = load.firstDay();
    return first == null || load.busiestDay() == null || first.equals(load.busiestDay())
        ? ""
        : (labels.isPast(first) ? ", the first overdue since " : ", the first due ")
            + PlanLabels.dayText(first);
  }

  /// What is true once everything above is done.
  String sideEffectsText() {
    List<String> parts = new ArrayList<>();
    for (RunPlan.PersonWorkload load : run.workloads()) {
      parts.add(
          labels.personName(load.person())
              + " has "
              + Plural.of(load.tasks(), "task")
              + " to do"
              + firstText(load)
              + (load.busiestDay() == null
                  ? ""
                  : ", "
                      + (load.dueOnBusiestDay() == load.tasks() ? "" : load.dueOnBusiestDay() + " ")
                      + (labels.isPast(load.busiestDay()) ? "overdue since " : "due ")
                      + PlanLabels.dayText(load.busiestDay())));
    }
    if (run.selfApproved().isEmpty()) {
      parts.add("nobody approves their own work");
    } else {
      List<String> places = new ArrayList<>();
      run.selfApproved().forEach(address -> places.add(name(address)));
      parts.add(
          style.red("the same person does and approves")
              + " "
              + ManualStepText.joinWithAnd(places));
    }
    boolean isAdded = run.additions().isEmpty() || !steps.isAmendRefused();
    return "Once all of this is done"
        + (isAdded
            ? ""
            : Plural.choose(
                run.additions().size(), " (the refused task too)", " (the refused tasks too)"))
        + ": "
        + String.join("; ", parts);
  }

  private String name(String address) {
    return labels.name(process.identity(), address).toString();
  }
}
