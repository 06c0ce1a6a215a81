package dev.procc.language.check.rules.tree;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.ProjectRule;
import dev.procc.language.check.rules.ProcessFields;
import dev.procc.model.catalog.Fields;
import java.util.HashMap;
import java.util.Map;

/// Two processes with the same name, which neither people nor adoption and the search for duplicate
/// candidates can tell apart.
public final class SameProcessName extends ProjectRule {
  public SameProcessName() {
    super(Code.warning("PC412", "same-process-name"));
  }

  @Override
  public void check(ProjectContext project, Findings findings) {
    Map<String, ProcessContext> seen = new HashMap<>();
    for (ProcessContext process : project.processes()) {
      if (!(process.resolved().process().get(Fields.PROCESS_NAME) instanceof Json.Str name)) {
        continue;
      }
      ProcessContext first = seen.putIfAbsent(name.value(), process);
      if (first == null || key(first).equals(key(process))) {
        continue;
      }
      findings.add(
          Finding.of(
                  code(),
                  ProcessFields.span(process, Fields.PROCESS_NAME),
                  "\""
                      + name.value()
                      + "\" is the name of "
                      + first.identity()
                      + " and of "
                      + process.identity())
              .withLabel(ProcessFields.span(first, Fields.PROCESS_NAME), "first here")
              .withHint("give one of them another name")
              .withAddress(process.identity() + ":name"));
    }
  }

  private static String key(ProcessContext process) {
    return process.resolved().decl().key().value();
  }
}
