package dev.procc.live.plan.safety;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.compare.DefinitionTrees;
import dev.procc.live.plan.compare.ScheduleFields;
import dev.procc.live.plan.decide.Decision;
import dev.procc.live.plan.explain.ProcessDates;
import dev.procc.live.plan.input.SimilarProcess;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.run.RunPlan;
import dev.procc.live.planfile.run.TaskAddition;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The safety rules about creation: no process twice, no due date in the past.
final class CreationRules {
  private static final String ADOPTED =
      "it becomes the process of this definition; the next plan shows what differs";

  private CreationRules() {}

  /// Refuses to create a process next to an existing one with its name.
  static void checkDuplicates(RuleInput input, List<PlanRefusal> refusals) {
    String id = input.subject().process().id();
    boolean replaces = input.decision() instanceof Decision.Replace;
    List<String> restoredFormers = input.listing().restoredFormers(input.subject().entry(), id);
    List<String> namesakes = new ArrayList<>(input.subject().live().duplicateCandidates());
    namesakes.removeAll(restoredFormers);
    if (!restoredFormers.isEmpty()) {
      int formers = restoredFormers.size();
      String what =
          (replaces ? "the replaced " : "its former ")
              + Plural.choose(formers, "process ", "processes ");
      refuseDuplicate(
          input,
          restoredFormers,
          what
              + String.join(", ", restoredFormers)
              + Plural.choose(formers, " was", " were")
              + " restored: "
              + (formers + 1)
              + " would be live",
          refusals);
    }
    if (!namesakes.isEmpty()) {
      String count = namesakes.size() == 1 ? "a process" : namesakes.size() + " processes";
      refuseDuplicate(
          input,
          namesakes,
          (replaces ? "besides " + id + " " : "")
              + "the workspace has "
              + count
              + " of that name already: "
              + String.join(", ", namesakes),
          refusals);
    }
  }

  /// Refuses to create a process that may exist already: under an entry whose definition was
  /// removed (because its key or its period was renamed), or without an entry and under another
  /// name.
  static void checkSimilar(RuleInput input, List<PlanRefusal> refusals) {
    String identity = input.identity();
    if (input.overrides().lifts(SafetyRule.LOOK_ALIKE, identity)) {
      return;
    }
    for (SimilarProcess similar : input.listing().similar(identity)) {
      String process = similar.id() + " \"" + similar.name() + "\"";
      String old = similar.recordedAs();
      String message;
      WayOut way;
      if (!similar.isRead()) {
        message = process + " may be like it: the token may not read it";
        way = new WayOut("procc plan", "once the token may read it");
      } else if (old == null) {
        message = process + " is like it by its dates, groups and tasks, and no record names it";
        way = new WayOut("procc adopt " + identity + " " + similar.id(), ADOPTED);
      } else {
        message = process + " is like it, recorded as " + old + ", which has no definition";
        way =
            new WayOut(
                "procc state mv " + old + " " + identity,
                "it becomes the process of this definition, with its history");
      }
      refusals.add(PlanRefusal.of(SafetyRule.LOOK_ALIKE, message, "--create-new " + identity, way));
    }
  }

  private static void refuseDuplicate(
      RuleInput input, List<String> ids, String message, List<PlanRefusal> refusals) {
    String identity = input.identity();
    if (!input.overrides().lifts(SafetyRule.LOOK_ALIKE, identity)) {
      String adopt = "procc adopt " + identity + " " + ids.getFirst();
      WayOut way =
          input.decision() instanceof Decision.Replace
              ? new WayOut(
                  adopt + " --instead",
                  "it becomes the process of this definition, and "
                      + input.subject().process().id()
                      + " goes to the bin")
              : new WayOut(adopt, ADOPTED);
      refusals.add(PlanRefusal.of(SafetyRule.LOOK_ALIKE, message, "--create-new " + identity, way));
    }
  }

  /// The due dates that the server checks when something is created.
  ///
  /// @param past those that are not after the day of the plan, with their addresses
  /// @param earliest the first of the others; null if there is none
  record DueDates(List<String> past, @Nullable LocalDate earliest) {
    /// The last day on which a plan with these dates can be applied, ISO; null if there is none.
    @Nullable String validUntil() {
      return earliest == null ? null : earliest.minusDays(1).toString();
    }
  }

  /// The due dates of a definition.
  static DueDates dueDates(DefinitionTrees definition, LocalDate asOf) {
    DueDateCollector collector = new DueDateCollector(asOf);
    ProcessTree tree = definition.normal();
    collector.addFields(definition.identity(), tree.process().fields());
    for (ProcessTree.PlacedNode place : tree.nodes()) {
      collector.addFields(place.ref(), place.node().fields());
    }
    return collector.collected();
  }

  /// The due dates of tasks that are added to a run.
  static DueDates dueDates(RunPlan run, LocalDate asOf) {
    DueDateCollector collector = new DueDateCollector(asOf);
    for (TaskAddition addition : run.additions()) {
      collector.addJson(addition.address(), addition.job());
    }
    return collector.collected();
  }

  private static final class DueDateCollector {
    private final LocalDate asOf;
    private final List<String> past = new ArrayList<>();
    private @Nullable LocalDate earliest;

    DueDateCollector(LocalDate asOf) {
      this.asOf = asOf;
    }

    DueDates collected() {
      return new DueDates(past, earliest);
    }

    void addFields(String address, Map<FieldSpec, Json> fields) {
      for (Map.Entry<FieldSpec, LocalDate> date : ProcessDates.dueDates(fields)) {
        add(address + ":" + date.getKey().name(), date.getValue());
      }
    }

    void addJson(String address, Json value) {
      if (value instanceof Json.Obj object) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          LocalDate date =
              FieldRole.of(member.getKey()).isDueDate()
                  ? ScheduleFields.parseDate(member.getValue())
                  : null;
          if (date == null) {
            addJson(address, member.getValue());
          } else {
            add(address, date);
          }
        }
      }
    }

    private void add(String where, LocalDate date) {
      if (!date.isAfter(asOf)) {
        past.add(where + " (" + DayText.format(date) + ")");
      } else if (earliest == null || date.isBefore(earliest)) {
        earliest = date;
      }
    }
  }

  /// Refuses due dates in the past.
  ///
  /// @param consequence what the server would do about them; empty if nothing
  static void checkPastDates(
      RuleInput input, DueDates dates, String consequence, List<PlanRefusal> refusals) {
    List<String> past = dates.past();
    if (!past.isEmpty() && !input.overrides().lifts(SafetyRule.PAST_DATE)) {
      refusals.add(
          PlanRefusal.of(
              SafetyRule.PAST_DATE,
              Plural.of(past.size(), "due date")
                  + (past.size() == 1 ? " is" : " are")
                  + " not after "
                  + DayText.format(input.context().asOf())
                  + consequence
                  + ": "
                  + RuleInput.abbreviated(past),
              "--allow-past",
              new WayOut(
                  "write a day after " + DayText.format(input.context().asOf()) + " instead",
                  "what is meant to be done by then falls due later")));
    }
  }
}
