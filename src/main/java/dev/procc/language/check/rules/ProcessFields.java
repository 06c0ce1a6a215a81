package dev.procc.language.check.rules;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.model.catalog.FieldSpec;

/// The fields of a process: their spans and flags.
public final class ProcessFields {
  private ProcessFields() {}

  /// The span of a field of the process, otherwise of its key.
  public static Span span(ProcessContext process, FieldSpec field) {
    Origin origin = process.origin(process.identity(), field.name());
    return origin == null ? process.resolved().decl().key().span() : origin.span();
  }

  /// Whether a field of the process is `true`.
  public static boolean isTrue(ProcessContext process, FieldSpec field) {
    return process.resolved().process().get(field) instanceof Json.Bool flag && flag.value();
  }
}
