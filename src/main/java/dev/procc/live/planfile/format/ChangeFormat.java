package dev.procc.live.planfile.format;

import static dev.procc.live.planfile.format.ValueFormat.ANY;
import static dev.procc.live.planfile.format.ValueFormat.NUMBER;
import static dev.procc.live.planfile.format.ValueFormat.TEXT;
import static dev.procc.live.planfile.format.ValueFormat.TEXTS;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.ChangeOrigin;
import dev.procc.live.planfile.change.ChangeReason;
import dev.procc.live.planfile.change.ChangedNode;
import dev.procc.live.planfile.change.Counterfactual;
import dev.procc.live.planfile.change.DefinitionDate;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.change.PredictedShift;
import dev.procc.live.planfile.change.ReplacementCause;
import dev.procc.live.planfile.change.Siblings;
import dev.procc.live.planfile.change.ValueChange;
import dev.procc.live.planfile.change.WorkloadChange;
import java.util.List;

/// The format of changes and their explanations in a plan file.
final class ChangeFormat {
  private static final ValueFormat<Cause> CAUSE =
      RecordMembers.format(m ->
          new Cause(
              m.required("file", TEXT, Cause::file),
              m.required("line", NUMBER, Cause::line),
              m.required("text", TEXT, Cause::text)));
  static final ValueFormat<List<Cause>> CAUSES = ValueFormat.list(CAUSE);

  private static final ValueFormat<ChangeReason> REASON =
      ValueFormat.word("reason", ChangeReason::word, ChangeReason::find);
  private static final ValueFormat<ChangedBy> ORIGIN =
      ValueFormat.word("origin", ChangedBy::word, ChangedBy::find);

  static final ValueFormat<List<ReplacementCause>> REPLACEMENT_CAUSES =
      ValueFormat.list(
          RecordMembers.format(m ->
              new ReplacementCause(
                  m.required("address", TEXT, ReplacementCause::address),
                  m.required("field", TEXT, ReplacementCause::field),
                  m.required("reason", REASON, ReplacementCause::reason))));

  static final ValueFormat<List<PredictedShift>> SHIFTS =
      ValueFormat.list(
          RecordMembers.format(m ->
              new PredictedShift(
                  m.required("address", TEXT, PredictedShift::address),
                  m.required("field", TEXT, PredictedShift::field),
                  m.required("before", TEXT, PredictedShift::before),
                  m.required("after", TEXT, PredictedShift::after))));

  static final ValueFormat<List<WorkloadChange>> WORKLOADS =
      ValueFormat.list(
          RecordMembers.format(m ->
              new WorkloadChange(
                  m.required("person", TEXT, WorkloadChange::person),
                  m.required("tasksBefore", NUMBER, WorkloadChange::tasksBefore),
                  m.required("tasks", NUMBER, WorkloadChange::tasks),
                  m.required("approvalsBefore", NUMBER, WorkloadChange::approvalsBefore),
                  m.required("approvals", NUMBER, WorkloadChange::approvals))));

  private static final ValueFormat<Counterfactual.InPlaceWork> IN_PLACE =
      RecordMembers.format(m ->
          new Counterfactual.InPlaceWork(
              m.required("patchOperations", NUMBER, Counterfactual.InPlaceWork::patchOperations),
              m.required("renames", NUMBER, Counterfactual.InPlaceWork::renames),
              m.required("shifts", NUMBER, Counterfactual.InPlaceWork::shifts)));

  static final ValueFormat<Counterfactual> COUNTERFACTUAL =
      RecordMembers.format(m ->
          new Counterfactual(
              m.orElse("revert", TEXTS, List.of(), Counterfactual::revert),
              m.required("wouldBe", IN_PLACE, Counterfactual::wouldBe),
              m.optional("afterRelativeDates", IN_PLACE, Counterfactual::afterRelativeDates)));

  static final ValueFormat<List<DefinitionDate>> DATES =
      ValueFormat.list(
          RecordMembers.format(m -> {
            String address = m.required("address", TEXT, DefinitionDate::address);
            String field = m.required("field", TEXT, DefinitionDate::field);
            String date = m.required("date", TEXT, DefinitionDate::date);
            Json derivation = m.optional("derivation", ANY, DefinitionDate::derivationSteps);
            return new DefinitionDate(
                address, field, date, derivation == null ? null : Lazy.of(derivation));
          }));

  static final ValueFormat<FieldChange> CHANGE = RecordMembers.format(ChangeFormat::change);
  static final ValueFormat<List<FieldChange>> CHANGES = ValueFormat.list(CHANGE);

  private ChangeFormat() {}

  private static FieldChange change(RecordMembers<FieldChange> m) throws PlanFileException {
    String address = m.required("address", TEXT, FieldChange::address);
    String field = m.required("field", TEXT, FieldChange::field);
    Json before = m.nullable("before", ANY, FieldChange::before);
    Json after = m.nullable("after", ANY, FieldChange::after);
    ChangeReason reason = m.required("reason", REASON, FieldChange::reason);
    ChangedBy changedBy = m.required("origin", ORIGIN, FieldChange::changedBy);
    List<Cause> causes = m.orElse("causes", CAUSES, List.of(), FieldChange::causes);
    String kind = m.required("kind", TEXT, FieldChange::kind);
    String title = m.required("title", TEXT, FieldChange::title);
    ValueChange value =
        new ValueChange(
            before,
            after,
            m.optional("rule", TEXT, c -> c.value().dateExpression()),
            m.optional("businessDays", NUMBER, c -> c.value().businessDays()),
            m.unlessUsual("daysOff", TEXTS, List.of(), c -> c.value().daysOff()),
            m.known("lastApplied", c -> c.value().lastApplied()));
    boolean overwrites =
        m.unlessUsual("overwrites", ValueFormat.BOOL, false, c -> c.origin().overwritesDrift());
    Siblings siblings =
        new Siblings(
            m.optional("follows", TEXT, c -> c.siblings().follows()),
            m.optional("precedes", TEXT, c -> c.siblings().precedes()));
    List<String> people = m.unlessUsual("people", TEXTS, List.of(), c -> c.node().people());
    return new FieldChange(
        new ChangedNode(address, kind, title, people),
        field,
        value,
        reason,
        new ChangeOrigin(changedBy, overwrites, causes),
        siblings);
  }
}
