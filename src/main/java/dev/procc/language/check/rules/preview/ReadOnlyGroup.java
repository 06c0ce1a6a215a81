package dev.procc.language.check.rules.preview;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// A read-only group: its name and those of its tasks change by replacing the process only.
public final class ReadOnlyGroup implements ProcessRule {
  private static final Code CODE = Code.info("PC513", "read-only-group");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    for (NodeInfo group : subject.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_READ_ONLY) instanceof Json.Bool flag
          && flag.value()) {
        Span span = subject.span(group, "readOnly");
        report.accept(
            Diagnostic.of(
                    CODE,
                    span,
                    "\"readOnly: true\" keeps \""
                        + group.display()
                        + "\" from being renamed, a new name replaces the process")
                .withHint("leave it out unless nobody may edit the group")
                .withAddress(group.address() + ":readOnly"));
      }
    }
  }
}
