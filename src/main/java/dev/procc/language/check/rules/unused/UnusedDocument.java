package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;

/// A document that no process names. Its sections may be listed without being used.
public final class UnusedDocument implements ProjectRule {
  private static final Code CODE = Code.info("PC313", "unused-document");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    DocumentsDecl documents = project.documents().targetDocuments();
    if (documents == null || !project.isComplete()) {
      return;
    }
    for (DocumentDecl document : documents.allPeriods().values()) {
      if (!isUsed(project, document.alias().value())) {
        findings.add(
            UnusedNames.finding(CODE, document.alias(), "a document", project)
                .withHint("remove it, or ask for content of it"));
      }
    }
  }

  private static boolean isUsed(ProjectContext project, String alias) {
    for (ProcessContext process : project.processes()) {
      if (process.resolved().documents().containsKey(alias)) {
        return true;
      }
    }
    return project.mentions(alias);
  }
}
