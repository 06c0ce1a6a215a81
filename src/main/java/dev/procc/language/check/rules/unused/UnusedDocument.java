package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.resolve.ResolvedProcess;
import java.util.ArrayList;
import java.util.List;

/// A document that no process names. Its sections may be listed although they are unused.
public final class UnusedDocument extends UnusedNameRule {
  public UnusedDocument() {
    super(Code.info("PC313", "unused-document"), "a document");
  }

  @Override
  List<DeclaredName> names(ProjectContext project) {
    DocumentsDecl documents = project.declarations().targetDocuments();
    List<DeclaredName> names = new ArrayList<>();
    if (documents != null) {
      for (DocumentDecl document : documents.allPeriods().values()) {
        names.add(
            new DeclaredName(
                document.alias(), document.id(), "remove it, or ask for content of it"));
      }
    }
    return names;
  }

  @Override
  boolean isUsed(ResolvedProcess process, String name) {
    return process.documents().containsKey(name);
  }
}
