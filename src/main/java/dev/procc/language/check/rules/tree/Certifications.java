package dev.procc.language.check.rules.tree;

import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.model.catalog.Field;

/// What the rules about certifications share.
final class Certifications {
  private Certifications() {}

  static int count(Subject subject) {
    int count = 0;
    for (Task task : subject.tasks()) {
      count += task.is("certification") ? 1 : 0;
    }
    return count;
  }

  /// Whether a field of the process is `true`.
  static boolean isTrue(Subject subject, Field field) {
    return subject.resolved().process().get(field) instanceof Json.Bool flag && flag.value();
  }

  /// The text of a field of the process.
  static Span span(Subject subject, Field field) {
    var origin = subject.origin(subject.identity(), field.name());
    return origin == null ? subject.resolved().decl().key().span() : origin.span();
  }
}
