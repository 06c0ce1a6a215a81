package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.schema.StrictCheck;
import java.util.ArrayList;
import java.util.List;

/// The findings of a compilation and what the JSON Schema says besides.
final class StrictFindings {
  private StrictFindings() {}

  /// All findings in reading order. Where the compiler found an error, the schema is not heard.
  static List<Diagnostic> of(Compilation compilation) {
    List<Diagnostic> all = new ArrayList<>(compilation.diagnostics());
    StrictCheck check = new StrictCheck();
    for (SourceDocument document : compilation.project().documents()) {
      for (Diagnostic found : check.check(document.document())) {
        if (!known(found, compilation.diagnostics())) {
          all.add(found);
        }
      }
    }
    all.sort(Diagnostic.READING_ORDER);
    return all;
  }

  private static boolean known(Diagnostic found, List<Diagnostic> others) {
    for (Diagnostic other : others) {
      if (found.span() != null
          && other.span() != null
          && other.severity() == Severity.ERROR
          && (found.span().contains(other.span()) || other.span().contains(found.span()))) {
        return true;
      }
    }
    return false;
  }
}
