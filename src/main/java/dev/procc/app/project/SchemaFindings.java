package dev.procc.app.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;

/// The findings of a compilation, with those of the JSON Schema.
public final class SchemaFindings {
  private SchemaFindings() {}

  /// All findings in reading order. If the compiler found an error, those of the schema are left
  /// out.
  public static List<Finding> of(Compilation compilation) {
    List<Finding> all = new ArrayList<>(compilation.findings());
    SchemaCheck check = new SchemaCheck();
    for (SourceDocument document : compilation.project().documents()) {
      for (Finding found : check.check(document.document())) {
        if (!isCoveredByError(found, compilation.findings())) {
          all.add(found);
        }
      }
    }
    all.sort(Finding.READING_ORDER);
    return all;
  }

  private static boolean isCoveredByError(Finding found, List<Finding> others) {
    for (Finding other : others) {
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
