package dev.procc.language.check.rules.limits;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Fields;
import java.util.function.Consumer;

/// A title or name with nothing in it: people see an empty line, and the name can be set again by
/// no call that would take it.
public final class BlankTitle implements ProcessRule {
  private static final Code CODE = Code.warning("PC511", "blank-title");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (subject.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name
        && name.value().isBlank()) {
      report.accept(
          found(ProcessFields.span(subject, Fields.PROCESS_NAME), subject.identity(), "name"));
    }
    for (NodeInfo group : subject.groups()) {
      if (group.node().get(Fields.PROCESS_GROUP_NAME) instanceof Json.Str name
          && name.value().isBlank()) {
        report.accept(found(subject.span(group, "name"), group.address(), "name"));
      }
    }
    for (Task task : subject.tasks()) {
      if (task.title() instanceof Json.Str title && title.value().isBlank()) {
        report.accept(found(subject.span(task.info(), "title"), task.address(), "title"));
      }
    }
  }

  private static Diagnostic found(Span span, String address, String field) {
    return Diagnostic.of(CODE, span, "\"" + field + "\" is blank, nobody can see what this is")
        .withHint("write a " + field)
        .withAddress(address + ":" + field);
  }
}
