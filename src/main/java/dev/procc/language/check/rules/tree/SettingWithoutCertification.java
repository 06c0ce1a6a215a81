package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.WrittenNodes;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.List;

/// A setting for certifications in a process without any. Certifications that a condition leaves
/// out for this target or in these periods count, and so do those of any template.
public final class SettingWithoutCertification extends ProjectRule {
  private static final FieldSpec[] REMINDER_FIELDS = {
    Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS
  };

  public SettingWithoutCertification() {
    super(Code.info("PC409", "setting-without-certification"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (ProcessContext process : project.processes()) {
      if (!process.resolved().decl().root().isIncomplete()) {
        check(project, process, findings);
      }
    }
  }

  private void check(ProjectContext project, ProcessContext process, Findings findings) {
    if (ProcessFields.isTrue(process, Fields.PROCESS_CERT_AUTO_APPROVE)) {
      report(project, process, Fields.PROCESS_CERT_AUTO_APPROVE, "set it to false", findings);
    }
    for (FieldSpec field : REMINDER_FIELDS) {
      Json reminders = process.resolved().process().get(field);
      if (reminders != null && !(reminders instanceof Json.Null)) {
        report(project, process, field, "remove it", findings);
      }
    }
  }

  private void report(
      ProjectContext project,
      ProcessContext process,
      FieldSpec field,
      String remedy,
      Findings findings) {
    if (CertificationCount.count(process) == 0 && !mayHaveOne(project, process)) {
      findings.add(
          Finding.of(
                  code(),
                  ProcessFields.span(process, field),
                  "\"" + field.name() + "\" is for certifications, and this process has none")
              .withHint(remedy + ", or add the certification that is missing")
              .withAddress(process.identity() + ":" + field.name()));
    }
  }

  /// Whether the process or a template is written with a certification.
  private static boolean mayHaveOne(ProjectContext project, ProcessContext process) {
    Scalar own = process.resolved().decl().key();
    List<Mapping> documents = new ArrayList<>();
    for (Mapping document : project.declarations().mappings()) {
      boolean template =
          document.get("kind") instanceof Scalar kind && kind.value().equals("Template");
      if (template || document.span().contains(own.span())) {
        documents.add(document);
      }
    }
    return WrittenNodes.any(documents, node -> node.get(ActionKind.CERTIFICATION.name()) != null);
  }
}
