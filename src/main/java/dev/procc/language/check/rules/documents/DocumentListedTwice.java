package dev.procc.language.check.rules.documents;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Scalar;
import java.util.HashMap;
import java.util.Map;

/// Two aliases with the same id, of documents or of sections of one document: content would be
/// requested in the wrong place. Checked for each period with documents of its own.
public final class DocumentListedTwice extends ProjectRule {
  public DocumentListedTwice() {
    super(Code.warning("PC315", "document-listed-twice"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (DocumentsDecl documents : project.declarations().workivaDocuments()) {
      check(documents, findings);
      for (String period : documents.periods().keySet()) {
        check(documents.forPeriod(period), findings);
      }
    }
  }

  private void check(DocumentsDecl documents, Findings findings) {
    Map<String, Scalar> ids = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    for (DocumentDecl document : documents.documents().values()) {
      Scalar id = document.id();
      if (id != null) {
        reportDuplicate(ids, aliases, document.alias().value(), id, findings);
      }
      Map<String, Scalar> sections = new HashMap<>();
      Map<String, String> names = new HashMap<>();
      for (Map.Entry<String, Scalar> section : document.sections().entrySet()) {
        reportDuplicate(sections, names, section.getKey(), section.getValue(), findings);
      }
    }
  }

  private void reportDuplicate(
      Map<String, Scalar> ids,
      Map<String, String> aliases,
      String alias,
      Scalar id,
      Findings findings) {
    Scalar first = ids.putIfAbsent(id.value(), id);
    String firstAlias = aliases.putIfAbsent(id.value(), alias);
    if (first != null) {
      findings.add(
          Finding.of(
                  code(),
                  id.span(),
                  "\""
                      + id.value()
                      + "\" is the id of \""
                      + firstAlias
                      + "\" and of \""
                      + alias
                      + "\", one id needs one alias")
              .withLabel(first.span(), "first here")
              .withHint("correct the id that was copied, or keep one alias"));
    }
  }
}
