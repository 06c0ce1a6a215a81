package dev.procc.view.plan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.run.EditOrigin;
import dev.procc.live.planfile.run.ManualStep;
import dev.procc.live.planfile.run.ManualStepKind;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.runplan.EditsBeforeStart;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.FieldRole;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import dev.procc.view.text.Style;
import dev.procc.view.text.TerminalText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of manual steps for all formats: the screens, the day, the order, the recipients of
/// mail.
final class ManualStepText {
  private final PlanLabels labels;
  private final ProcessPlan process;
  private final List<ManualStep> steps;
  private final String key;

  /// @param key of the process in commands; `KEY` for many
  ManualStepText(PlanLabels labels, ProcessPlan process, List<ManualStep> steps, String key) {
    this.key = key;
    this.labels = labels;
    this.process = process;
    this.steps = steps;
  }

  /// The reason why there are only manual steps.
  String handsOnlyText() {
    boolean adds = steps.stream().anyMatch(step -> step.kind().adds());
    boolean changes = steps.stream().anyMatch(step -> !step.kind().adds());
    return "procc does none of this: Workiva's API cannot "
        + (adds ? "create a group in a run, so its tasks cannot be added either" : "")
        + (adds && changes
            ? "; nor can it change what is there"
            : changes ? "change what is in a run" : "")
        + ".";
  }

  /// The text about all steps: `Do them in this order, each before the day shown`; empty if there
  /// is nothing to say.
  String orderText() {
    boolean groups = steps.stream().anyMatch(step -> step.kind().adds());
    boolean dated = steps.stream().anyMatch(step -> step.target().dueBy() != null);
    String order =
        steps.size() == 1
            ? ""
            : (dated || groups ? "Do them in this order" : "Do them in any order")
                + (dated ? ", each before the day shown: then it, or a task in it, falls due" : "");
    List<String> parts = new ArrayList<>();
    if (steps.stream().anyMatch(step -> ManualStep.AMEND.equals(step.after()))) {
      parts.add(
          "Run "
              + labels.command("procc amend " + TerminalText.sanitize(key))
              + " first: "
              + afterAmendText());
    }
    RunPlan run = process.run();
    boolean isAdded = run != null && !run.additions().isEmpty() && !isAmendRefused();
    if (parts.isEmpty() && isAdded && !steps.isEmpty()) {
      parts.add(
          "Before or after "
              + labels.command("procc amend " + TerminalText.sanitize(key))
              + ", as you like");
    }
    if (!order.isEmpty()) {
      parts.add(order);
    }
    if (steps.stream().anyMatch(s -> s.kind() == ManualStepKind.ADD_GROUP)) {
      parts.add("Which click makes a group in a run is not documented");
    }
    return String.join(". ", parts);
  }

  /// Whether what the plan adds to the run is refused.
  boolean isAmendRefused() {
    return process.amends() && !process.refusals().isEmpty();
  }

  /// How the process is found whose edits are made before a start.
  static final String NO_LINK =
      "Open the process in Workiva by its name: the API gives no link to it.";

  /// The edits that a person can make before a process starts, in place of a replacement.
  static ManualStepText beforeStart(PlanLabels labels, AlikeProcesses alike) {
    ProcessPlan first = alike.processes().getFirst();
    return new ManualStepText(labels, first, EditsBeforeStart.of(first), alike.commandKey());
  }

  List<ManualStep> steps() {
    return steps;
  }

  /// `The 7 edits by hand, before the process starts`.
  String beforeStartHeading() {
    int edits = steps.stream().mapToInt(step -> step.edits().size()).sum();
    return edits == 1
        ? "The edit by hand, before the process starts"
        : "The " + edits + " edits by hand, before the process starts";
  }

  /// Writes the steps as boxes to tick.
  ///
  /// @param others the same steps in other processes, in words; empty if there are none
  void write(TextPage page, Style style, String others) {
    int width = String.valueOf(steps.size()).length();
    for (ManualStep step : steps) {
      String number = String.valueOf(step.number());
      String title =
          step.title().isEmpty()
              ? labels.name(process.identity(), step.address()).toString()
              : TerminalText.sanitize(step.title());
      String link = step.target().permalink();
      int indent = 4 + 4 + width + 2;
      String start = "    [ ] " + " ".repeat(width - number.length()) + number + "  ";
      page.line(
          start
              + style.bold(title)
              + apart(link == null ? stepState(step) : "")
              + apart(dayText(step)));
      if (link != null) {
        page.line(" ".repeat(indent) + TerminalText.sanitize(link));
      }
      if (!others.isEmpty()) {
        page.wrap(indent, 2, others);
      }
      for (String line : stepDetails(step)) {
        page.wrap(indent, 2, line);
      }
    }
  }

  private static String apart(String text) {
    return text.isEmpty() ? "" : "   " + TerminalText.sanitize(text);
  }

  /// Why an amendment comes before some of the steps, or all.
  private String afterAmendText() {
    List<String> after = new ArrayList<>();
    for (ManualStep step : steps) {
      if (ManualStep.AMEND.equals(step.after())) {
        after.add(String.valueOf(step.number()));
      }
    }
    return (after.size() == steps.size()
            ? "a step"
            : after.size() == 1
                ? "step " + after.getFirst()
                : "one of the steps " + joinWithAnd(after))
        + " may belong beside a task that it adds";
  }

  /// `before Thu 2025-01-09`, or that it is past; empty if there is no day.
  String dayText(ManualStep step) {
    String by = step.target().dueBy();
    return by == null
        ? ""
        : labels.isPast(by)
            ? "at once: " + PlanLabels.dayText(by) + " is past"
            : labels.isToday(by)
                ? "at once: due today, " + PlanLabels.dayText(by)
                : "before " + PlanLabels.dayText(by);
  }

  /// The text after the title of a step: `, new group, before Thu 2025-01-09`; empty if there is
  /// none.
  String remark(ManualStep step) {
    boolean task =
        step.kind() == ManualStepKind.EDIT_TASK || step.kind() == ManualStepKind.CANCEL_TASK;
    String day = dayText(step);
    return (task ? "" : ", " + stepState(step)) + (day.isEmpty() ? "" : ", " + day);
  }

  /// The lines of a manual step under its title: whether the person would approve their own work,
  /// the screens, then the effect of saving.
  List<String> stepDetails(ManualStep step) {
    List<String> lines = new ArrayList<>();
    RunPlan run = process.run();
    if (run != null && run.selfApproved().contains(step.target().address())) {
      lines.add(
          "not as it stands: the same person would do and approve it; name another approver in the"
              + " definition, then list the steps again");
    }
    int first = lines.size();
    step.edits().forEach(edit -> lines.add(editText(edit, step.kind().adds())));
    String effect = saveEffect(step);
    if (!effect.isEmpty()) {
      lines.add(step.kind().adds() ? first : lines.size(), effect);
    }
    String by = step.target().dueBy();
    if (step.kind() == ManualStepKind.ADD_TASK && by != null && labels.isPast(by)) {
      lines.add("if Workiva refuses the day, which is past: a later one");
    }
    return lines;
  }

  /// `Sam Okafor and Dana Whitfield`; empty if there is nobody.
  String peopleText(List<String> people) {
    List<String> names = new ArrayList<>();
    for (String id : people) {
      String name = labels.personName(id);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return joinWithAnd(names);
  }

  static String joinWithAnd(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /// The target of the step if there is no link: `group`, `not sent yet`.
  static String stepState(ManualStep step) {
    return switch (step.kind()) {
      case EDIT_TASK, CANCEL_TASK ->
          step.target().state().equals("waiting") ? "not sent yet" : step.target().state();
      case EDIT_GROUP -> "group";
      case EDIT_PROCESS -> "the process";
      case ADD_GROUP -> "new group";
      case ADD_TASK -> "new task";
    };
  }

  private String editText(ManualStep.FieldEdit edit, boolean adds) {
    if (edit.field().equals("node")) {
      return edit.screen() + (edit.after() == null ? "" : ": " + taskText(edit.after()));
    }
    boolean parallel = FieldRole.of(edit.field()) == FieldRole.PARALLEL;
    String value =
        parallel ? orderText(edit.after()) : ValueTexts.whole(labels, edit.field(), edit.after());
    String before =
        parallel
            ? orderText(edit.before())
            : ValueTexts.of(labels, edit.field(), edit.before(), edit.after()).getFirst();
    String was = adds ? "" : " (now " + before + ")";
    return edit.screen()
        + ": "
        + value
        + was
        + (edit.changedBy() == EditOrigin.RUN
            ? "; or leave it, if it was edited there on purpose"
            : "");
  }

  private static String orderText(@Nullable Json parallel) {
    return Json.of(true).equals(parallel) ? "All at the same time" : "One after another";
  }

  private String taskText(Json job) {
    Json.Obj envelope = Json.object().put("job", job).build();
    String who = new FieldChangeText(labels, Style.PLAIN, process, true).assignmentText(envelope);
    String title = job instanceof Json.Obj object ? BodyNodes.title(object) : "";
    return ValueTexts.whole(labels, FieldRole.TITLE.fieldName(), Json.of(title))
        + (who.isEmpty() ? "" : ", " + who);
  }

  private String saveEffect(ManualStep step) {
    List<String> parts = new ArrayList<>();
    if (step.effect().restartsTask()) {
      parts.add("restarts the task");
    }
    String recipients = peopleText(step.effect().mailRecipients());
    if (!recipients.isEmpty()) {
      parts.add("Workiva mails " + recipients);
    } else if (step.target().state().equals("waiting") && step.target().permalink() != null) {
      parts.add("not sent yet");
    }
    if (!step.effect().note().isEmpty()) {
      parts.add(TerminalText.sanitize(step.effect().note()));
    }
    return String.join("; ", parts);
  }
}
