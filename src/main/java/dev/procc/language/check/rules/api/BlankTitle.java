package dev.procc.language.check.rules.api;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.TaskView;
import dev.procc.language.check.rules.Blanks;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.Fields;

/// A title or name that is blank: people see an empty line, and no call to set the name again would
/// accept it.
public final class BlankTitle extends ProcessRule {
  public BlankTitle() {
    super(Code.warning("PC511", "blank-title"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    if (process.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name
        && Blanks.looksBlank(name.value())) {
      findings.add(
          finding(
              ProcessFields.span(process, Fields.PROCESS_NAME),
              process.identity(),
              FieldRole.NAME));
    }
    for (ResolvedNode group : process.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name
          && Blanks.looksBlank(name.value())) {
        findings.add(finding(process.span(group, FieldRole.NAME), group.address(), FieldRole.NAME));
      }
    }
    for (TaskView task : process.tasks()) {
      if (task.get(FieldRole.TITLE) instanceof Json.Str title && Blanks.looksBlank(title.value())) {
        findings.add(
            finding(
                process.span(task.resolved(), FieldRole.TITLE), task.address(), FieldRole.TITLE));
      }
    }
  }

  private Finding finding(Span span, String address, FieldRole role) {
    String field = role.fieldName();
    return Finding.of(code(), span, "\"" + field + "\" is blank, nobody can see what this is")
        .withHint("write a " + field)
        .withAddress(address + ":" + field);
  }
}
