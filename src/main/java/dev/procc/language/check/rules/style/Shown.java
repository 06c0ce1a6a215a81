package dev.procc.language.check.rules.style;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.check.rules.Written;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Fields;
import org.jspecify.annotations.Nullable;

/// What the rules about texts share: each text that people get to read.
final class Shown {
  private static final String[] OF_TASKS = {"title", "instructions"};

  private Shown() {}

  /// Takes a text, and the node it is of; no node for the name of the process.
  @FunctionalInterface
  interface Each {
    void accept(@Nullable NodeInfo node, String field, String text);
  }

  static void each(Subject subject, Each each) {
    if (subject.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name) {
      each.accept(null, "name", name.value());
    }
    for (NodeInfo group : subject.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name) {
        each.accept(group, "name", name.value());
      }
    }
    for (Task task : subject.tasks()) {
      for (String field : OF_TASKS) {
        Json value = field.equals("title") ? task.title() : task.instructions();
        if (value instanceof Json.Str text) {
          each.accept(task.info(), field, text.value());
        }
      }
    }
  }

  /// Where it is written, and what brought it there.
  static @Nullable Origin origin(Subject subject, @Nullable NodeInfo node, String field) {
    return subject.origin(node == null ? subject.identity() : node.address(), field);
  }

  /// The scalar that is written for it; absent where a default brings it.
  static @Nullable Scalar scalar(Subject subject, @Nullable NodeInfo node, String field) {
    if (node != null) {
      return Written.scalar(node, field);
    }
    return subject.resolved().decl().fields().get(Fields.PROCESS_NAME) instanceof Scalar name
        ? name
        : null;
  }

  static String address(Subject subject, @Nullable NodeInfo node, String field) {
    return (node == null ? subject.identity() : node.address()) + ":" + field;
  }

  /// Where a word stands by itself in a text; -1 where it does not.
  static int word(String text, String word, int from) {
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
