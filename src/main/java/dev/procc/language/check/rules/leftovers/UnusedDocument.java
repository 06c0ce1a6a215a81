package dev.procc.language.check.rules.leftovers;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Whole;
import java.util.function.Consumer;

/// A document that no process names. Its sections may be listed without being used.
public final class UnusedDocument implements ProjectRule {
  private static final Code CODE = Code.info("PC313", "unused-document");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Whole whole, Consumer<Diagnostic> report) {
    DocumentsDecl documents = whole.documents().ourDocuments();
    if (documents == null || !whole.complete()) {
      return;
    }
    for (DocumentDecl document : documents.written().values()) {
      if (!used(whole, document.alias().value())) {
        report.accept(
            Unused.of(CODE, document.alias(), "a document", whole)
                .withHint("remove it, or ask for content of it"));
      }
    }
  }

  private static boolean used(Whole whole, String alias) {
    for (Subject process : whole.processes()) {
      if (process.resolved().documents().containsKey(alias)) {
        return true;
      }
    }
    return whole.mentions(alias);
  }
}
