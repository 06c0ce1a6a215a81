package dev.procc.language.check.rules.unused;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;

/// An open period without processes.
public final class PeriodWithoutProcesses extends ProjectRule {
  public PeriodWithoutProcesses() {
    super(Code.warning("PC407", "period-without-processes"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    for (PeriodDecl period : project.declarations().periods()) {
      YamlNode list = period.document().get("processes");
      boolean unknown =
          list == null ? period.document().isIncomplete() : Unknown.isIncomplete(list);
      if (period.processes().isEmpty() && !unknown && period.status().value().equals("open")) {
        findings.add(
            Finding.of(
                    code(),
                    period.key().span(),
                    "\"" + period.key().value() + "\" is open and names no process")
                .withHint("add the keys of its processes, or set status: planned"));
      }
    }
  }
}
