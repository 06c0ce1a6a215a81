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
import org.jspecify.annotations.Nullable;

/// What the rules about texts share: each text that people get to read.
final class VisibleTexts {
  private static final FieldRole[] TASK_FIELDS = {FieldRole.TITLE, FieldRole.INSTRUCTIONS};

  private VisibleTexts() {}

  /// Takes a text, and the node it is of; no node for the name of the process.
  @FunctionalInterface
  interface VisibleTextVisitor {
    void accept(@Nullable ResolvedNode node, String field, String text);
  }

  static void forEach(ProcessContext process, VisibleTextVisitor visitor) {
    if (process.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name) {
      visitor.accept(null, Fields.PROCESS_NAME.name(), name.value());
    }
    for (ResolvedNode group : process.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name) {
        visitor.accept(group, Fields.PROCESS_GROUP_NAME.name(), name.value());
      }
    }
    for (TaskView task : process.tasks()) {
      for (FieldRole role : TASK_FIELDS) {
        if (task.value(role) instanceof Json.Str text) {
          visitor.accept(task.resolved(), role.fieldName(), text.value());
        }
      }
    }
  }

  /// Where it is written, and what brought it there.
  static @Nullable Origin origin(
      ProcessContext process, @Nullable ResolvedNode node, String field) {
    return process.origin(node == null ? process.identity() : node.address(), field);
  }

  /// The scalar that is written for it; absent where a default brings it.
  static @Nullable Scalar writtenScalar(
      ProcessContext process, @Nullable ResolvedNode node, String field) {
    if (node != null) {
      return WrittenScalars.find(node, field);
    }
    return process.resolved().decl().fields().get(Fields.PROCESS_NAME) instanceof Scalar name
        ? name
        : null;
  }

  static String address(ProcessContext process, @Nullable ResolvedNode node, String field) {
    return (node == null ? process.identity() : node.address()) + ":" + field;
  }

  /// Where a word stands by itself in a text; -1 where it does not.
  static int indexOfWord(String text, String word, int from) {
    int at = text.indexOf(word, from);
    while (at >= 0) {
      int end = at + word.length();
      boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (before && after) {
        return at;
      }
      at = text.indexOf(word, at + 1);
    }
    return -1;
  }
}
