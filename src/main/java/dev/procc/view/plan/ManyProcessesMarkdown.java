package dev.procc.view.plan;

import dev.procc.base.text.Plural;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.plan.facts.AlikeProcesses;
import dev.procc.view.plan.facts.LeftUndone;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.text.MarkdownPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Many processes in one section of a comment, whatever their outcome: what stops them, why, dates,
/// people, edits in Workiva, replacements, and last their keys.
final class ManyProcessesMarkdown {
  /// The most processes with edits, and the most notes, that are named in any comment.
  private static final int MIN_NAMED = 10;

  private final MarkdownPage out;
  private final PlanLabels labels;
  private final List<ProcessPlan> processes;
  private final PlanMarkdownDetail level;

  private ManyProcessesMarkdown(
      MarkdownPage out, PlanLabels labels, List<ProcessPlan> processes, PlanMarkdownDetail level) {
    this.out = out;
    this.labels = labels;
    this.processes = processes;
    this.level = level;
  }

  static void write(
      MarkdownPage out,
      Plan plan,
      PlanLabels labels,
      List<ProcessPlan> processes,
      PlanMarkdownDetail level) {
    ManyProcessesMarkdown many = new ManyProcessesMarkdown(out, labels, processes, level);
    ProcessMarkdown all =
        new ProcessMarkdown(out, plan, labels, AlikeProcesses.together(processes), level);
    many.writeRefusals();
    if (plan.isRefused()) {
      many.writeEdits();
      many.writeUndone();
      all.writeProcesses(true);
      out.details(PlanPhrases.NOT_APPLIED);
      many.writeChanges(all);
      out.endDetails();
    } else {
      many.writeChanges(all);
      many.writeEdits();
      many.writeUndone();
      all.writeProcesses(true);
    }
  }

  private void writeChanges(ProcessMarkdown all) {
    if (level.maxRows() > 0) {
      all.writeEffects();
    }
    all.writePredictedShifts();
    all.writeReplacementReasons();
  }

  /// Writes what happens if nothing is done, and the notes.
  private void writeUndone() {
    String undone = LeftUndone.sentenceOfAll(processes, labels);
    if (!undone.isEmpty()) {
      out.append(undone + ".").paragraph();
    }
    writeNotes();
  }

  /// Writes the processes with edits in Workiva that differ from their definitions, with the number
  /// of those that are undone and of those that stay.
  private void writeEdits() {
    Map<ProcessPlan, String> edited = new LinkedHashMap<>();
    for (ProcessPlan process : processes) {
      long undone =
          process.changes().stream()
              .filter(change -> change.isEffective() && change.origin().overwritesDrift())
              .count();
      long stays = process.drift().size() - undone;
      List<String> parts = new ArrayList<>();
      if (undone > 0) {
        boolean refused = !process.refusals().isEmpty();
        parts.add(
            Plural.of(undone, "edit")
                + (refused ? " would be" : Plural.choose(undone, " is", " are"))
                + " undone");
      }
      if (stays > 0) {
        parts.add(Plural.of(stays, "edit") + Plural.choose(stays, " stays", " stay"));
      }
      if (!parts.isEmpty()) {
        edited.put(process, String.join(", ", parts));
      }
    }
    if (edited.isEmpty()) {
      return;
    }
    out.heading(3).append("Edits made in Workiva").line();
    int max = Plural.shown(edited.size(), Math.max(MIN_NAMED, level.maxRows()));
    int shown = 0;
    for (Map.Entry<ProcessPlan, String> each : edited.entrySet()) {
      if (shown++ < max) {
        out.item().code(each.getKey().identity()).append(": " + each.getValue()).line();
      }
    }
    out.more(edited.size(), max, labels.command(PlanMarkdownDetail.COMMAND));
  }

  private void writeNotes() {
    int all = processes.stream().mapToInt(process -> process.warnings().size()).sum();
    int max = Plural.shown(all, Math.max(MIN_NAMED, level.maxRows()));
    int notes = 0;
    for (ProcessPlan process : processes) {
      for (String warning : process.warnings()) {
        if (notes++ < max) {
          out.quote().code(process.identity()).append(": " + warning).paragraph();
        }
      }
    }
    out.more(notes, max, labels.command(PlanMarkdownDetail.COMMAND));
  }

  /// Writes the refusals of several processes, those by one rule together.
  private void writeRefusals() {
    Map<String, List<PlanRefusal>> byRule = new LinkedHashMap<>();
    for (ProcessPlan each : processes) {
      each.refusals()
          .forEach(r -> byRule.computeIfAbsent(r.rule(), rule -> new ArrayList<>()).add(r));
    }
    byRule.forEach((rule, refusals) -> {
      int shown = Plural.shown(refusals.size(), 1);
      refusals
          .subList(0, shown)
          .forEach(refusal -> ProcessMarkdown.writeRefusal(out, labels, refusal));
      if (refusals.size() > shown) {
        out.append("and " + (refusals.size() - shown) + " more by the rule " + rule + ": ")
            .code(labels.command(PlanMarkdownDetail.COMMAND))
            .paragraph();
      }
    });
  }
}
