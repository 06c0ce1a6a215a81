package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// The root group is started by hand: whether a run starts anything then is not documented.
public final class ManualRoot implements ProcessRule {
  private static final Code CODE = Code.info("PC506", "manual-root");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    NodeInfo root = subject.groups().getFirst();
    if (root.node().get(Fields.PROCESS_GROUP_TRIGGER_TYPE) instanceof Json.Str trigger
        && trigger.value().equals("manual")) {
      Span span = subject.span(root, "triggerType");
      Diagnostic found =
          Diagnostic.of(
                  CODE,
                  span,
                  "\"triggerType: manual\" on the root group may start nothing when it is run")
              .withHint("let the root start, and the group below that waits for a hand be manual")
              .withAddress(root.address() + ":triggerType");
      report.accept(
          span.text().equals("manual")
              ? found.withFix(Fix.unsafe("write whenEligible", new Edit(span, "whenEligible")))
              : found);
    }
  }
}
