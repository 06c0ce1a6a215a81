package dev.procc.language.check.rules.limits;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Task;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task lacks what the validation of the server asks for. It can be created so, and not run.
public final class NotReadyToRun implements ProcessRule {
  private static final Code CODE = Code.warning("PC504", "not-ready-to-run");

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    if (!subject.sound()) {
      return;
    }
    for (Task task : subject.tasks()) {
      String lacks = lacks(task);
      if (!lacks.isEmpty()) {
        report.accept(
            Diagnostic.of(
                    CODE,
                    task.info().decl().key().span(),
                    "\"" + task.info().display() + "\" has no " + lacks + ", it cannot be run")
                .withHint(
                    task.assignee() == null
                        ? "name who does it, as assignee: sam"
                        : "say what is asked for, as document: report and section: outlook")
                .withAddress(task.address()));
      }
    }
  }

  private static String lacks(Task task) {
    if (!task.job().kind().published()) {
      return "";
    }
    String lacks = task.assignee() == null ? "assignee" : "";
    if (task.is("contentRequest")) {
      lacks = and(lacks, task.document(), "document");
      lacks = and(lacks, task.section(), "section");
    }
    return lacks;
  }

  private static String and(String lacks, @Nullable Json value, String name) {
    if (value != null) {
      return lacks;
    }
    return lacks.isEmpty() ? name : lacks + " and no " + name;
  }
}
