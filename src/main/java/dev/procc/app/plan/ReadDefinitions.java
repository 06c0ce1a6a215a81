package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import java.util.ArrayList;
import java.util.List;

/// The check that definitions can be read, for what is carried out although they have errors: a
/// saved plan, a resume, a process put into the bin. A value that does not compile says nothing
/// about what they protect, freeze or close; a text that is not read may say it.
public final class ReadDefinitions {
  private ReadDefinitions() {}

  /// Checks that every document could be read as what it is.
  ///
  /// @throws Failure `REFUSED` with the first error
  public static void require(Compilation compilation) throws Failure {
    List<Finding> errors = new ArrayList<>(compilation.project().findings());
    for (SourceDocument document : compilation.project().documents()) {
      errors.addAll(document.structureFindings());
    }
    errors.removeIf(finding -> finding.severity() != Severity.ERROR);
    errors.sort(Finding.READING_ORDER);
    if (errors.isEmpty()) {
      return;
    }
    Span first = errors.getFirst().span();
    throw Failure.refused(
        "the definitions cannot be read as a whole, so nobody knows what they protect, freeze or"
            + " close: "
            + (first == null ? "" : first.pathAndLine() + ": ")
            + errors.getFirst().message()
            + (errors.size() == 1 ? "" : ", and " + Plural.of(errors.size() - 1, "more error")),
        "procc lint shows each");
  }
}
