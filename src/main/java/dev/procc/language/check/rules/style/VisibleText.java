package dev.procc.language.check.rules.style;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.WrittenScalars;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text that people see: a name, a title, instructions.
///
/// @param node null for the name of the process
record VisibleText(
    ProcessContext process, @Nullable ResolvedNode node, FieldRole role, String text) {
  private static final FieldRole[] TASK_FIELDS = {FieldRole.TITLE, FieldRole.INSTRUCTIONS};

  /// All such texts of a process: its name, those of its groups, those of its tasks.
  static List<VisibleText> all(ProcessContext process) {
    List<VisibleText> texts = new ArrayList<>();
    if (process.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name) {
      texts.add(new VisibleText(process, null, FieldRole.NAME, name.value()));
    }
    for (ResolvedNode group : process.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name) {
        texts.add(new VisibleText(process, group, FieldRole.NAME, name.value()));
      }
    }
    for (TaskView task : process.tasks()) {
      for (FieldRole role : TASK_FIELDS) {
        if (task.get(role) instanceof Json.Str text) {
          texts.add(new VisibleText(process, task.resolved(), role, text.value()));
        }
      }
    }
    return texts;
  }

  /// The API's name of its field: `title`.
  String fieldName() {
    return role.fieldName();
  }

  /// The origin of the text; null if unknown.
  @Nullable Origin origin() {
    return process.origin(nodeAddress(), fieldName());
  }

  /// The scalar that is written for it; null if it is a default.
  @Nullable Scalar writtenScalar() {
    if (node != null) {
      return WrittenScalars.find(node, role);
    }
    return process.resolved().decl().fields().get(Fields.PROCESS_NAME) instanceof Scalar name
        ? name
        : null;
  }

  /// `close@2024-Q4/entities/us/recon-ar:title`.
  String address() {
    return nodeAddress() + ":" + fieldName();
  }

  private String nodeAddress() {
    return node == null ? process.identity() : node.address();
  }
}
