package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;

/// A root group with a manual trigger: whether a run then starts anything is not documented.
public final class ManualRootRule extends ProcessRule {
  public ManualRootRule() {
    super(Code.info("PC506", "manual-root"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    ResolvedNode root = process.groups().getFirst();
    if (root.node().get(Fields.PROCESS_GROUP_TRIGGER_TYPE) instanceof Json.Str trigger
        && trigger.value().equals("manual")) {
      Span span = process.span(root, FieldRole.TRIGGER);
      Finding finding =
          Finding.of(
                  code(),
                  span,
                  "\"triggerType: manual\" on the root group may start nothing when it is run")
              .withHint(
                  "let the root start by itself, and make the group below it manual that somebody"
                      + " has to start")
              .withAddress(root.address(FieldRole.TRIGGER));
      findings.add(
          span.text().equals("manual")
              ? finding.withFix(
                  Fix.unsafe("write whenEligible", new TextEdit(span, "whenEligible")))
              : finding);
    }
  }
}
