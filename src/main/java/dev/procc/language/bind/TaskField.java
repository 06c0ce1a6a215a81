package dev.procc.language.bind;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;

/// A field of a task, such as its due date, in a certification or a use, which have no such field.
final class TaskField {
  private static final String USE = "use";

  private TaskField() {}

  static boolean isIn(Scalar key, MappingSpec structure) {
    return (structure.name().equals(ActionKind.CERTIFICATION.name())
            || structure.name().equals(USE))
        && Vocabulary.mapping(ActionKind.SEND_TASK.name()).key(key.value()) != null;
  }

  /// Where there is what the field is for.
  static String hint(Scalar key, Mapping mapping) {
    String field = key.value();
    if (field.equals(FieldRole.DUE_DATE.fieldName())) {
      return "give the due date to a group around it";
    }
    if (mapping.get(USE) != null) {
      return "write it in the template, in the tasks that it is for";
    }
    return field.equals(FieldRole.ASSIGNEE.fieldName())
            && mapping.get(field) instanceof Scalar person
        ? "write arguments: { signer: { person: " + person.value() + " } }"
        : "what Workiva takes for it goes under arguments";
  }
}
