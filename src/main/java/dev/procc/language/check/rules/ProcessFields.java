package dev.procc.language.check.rules;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.check.Subject;
import dev.procc.model.catalog.Field;

/// Where the fields of a process are written.
public final class ProcessFields {
  private ProcessFields() {}

  /// The text of a field of the process, else its key.
  public static Span span(Subject subject, Field field) {
    Origin origin = subject.origin(subject.identity(), field.name());
    return origin == null ? subject.resolved().decl().key().span() : origin.span();
  }

  /// Whether a field of the process is `true`.
  public static boolean isTrue(Subject subject, Field field) {
    return subject.resolved().process().get(field) instanceof Json.Bool flag && flag.value();
  }
}
