package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;

/// A read-only group: its name and those of its tasks can only change by a replacement.
public final class ReadOnlyGroup extends ProcessRule {
  public ReadOnlyGroup() {
    super(Code.info("PC513", "read-only-group"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    for (ResolvedNode group : process.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_READ_ONLY) instanceof Json.Bool flag
          && flag.value()) {
        Span span = process.span(group, FieldRole.READ_ONLY);
        findings.add(
            Finding.of(
                    code(),
                    span,
                    "\"readOnly: true\" keeps \""
                        + group.display()
                        + "\" from being renamed, a new name replaces the process")
                .withHint("leave it out unless nobody may edit the group")
                .withAddress(group.address(FieldRole.READ_ONLY)));
      }
    }
  }
}
