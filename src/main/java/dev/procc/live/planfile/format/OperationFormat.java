package dev.procc.live.planfile.format;

import static dev.procc.live.planfile.format.ValueFormat.TEXT;

import dev.procc.live.planfile.operation.HttpCall;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.planfile.operation.Precondition;
import java.util.List;

/// The format of operations and their preconditions in a plan file.
final class OperationFormat {
  static final ValueFormat<PlanOperation> OPERATION =
      RecordMembers.format(OperationFormat::operation);
  static final ValueFormat<List<PlanOperation>> OPERATIONS = ValueFormat.list(OPERATION);
  private static final ValueFormat<Precondition> PRECONDITION =
      RecordMembers.format(OperationFormat::precondition);

  private OperationFormat() {}

  private static PlanOperation operation(RecordMembers<PlanOperation> m) throws PlanFileException {
    String id = m.required("id", TEXT, PlanOperation::id);
    HttpCall call =
        new HttpCall(
            m.required("method", TEXT, o -> o.call().method()),
            m.required("path", TEXT, o -> o.call().path()),
            m.nullable("contentType", TEXT, o -> o.call().contentType()),
            m.nullable("body", ValueFormat.ANY, PlanOperation::body));
    List<Precondition> preconditions =
        m.orElse(
            "preconditions",
            ValueFormat.list(PRECONDITION),
            List.of(),
            PlanOperation::preconditions);
    PlanOperation operation = PlanOperation.find(id, call, preconditions);
    if (operation == null) {
      throw new PlanFileException("id: \"" + id + "\" is not an operation");
    }
    return operation;
  }

  private static Precondition precondition(RecordMembers<Precondition> m) throws PlanFileException {
    String word = m.required("is", TEXT, Precondition::word);
    String value = m.optional("value", TEXT, Precondition::value);
    List<String> ids = m.optional("ids", ValueFormat.TEXTS, Precondition::idsOrNull);
    Precondition precondition = Precondition.find(word, value, ids == null ? List.of() : ids);
    if (precondition == null) {
      throw new PlanFileException("is: \"" + word + "\" is not a precondition");
    }
    return precondition;
  }
}
