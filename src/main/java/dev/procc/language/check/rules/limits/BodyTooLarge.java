package dev.procc.language.check.rules.limits;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.check.Subject;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.model.catalog.Field;
import java.util.Map;
import java.util.function.Consumer;

/// A process that is larger than the API takes in one call. Counted is what its fields have at the
/// least; a body is a little larger.
public final class BodyTooLarge implements ProcessRule {
  private static final Code CODE = Code.error("PC502", "body-too-large");
  private static final long LARGEST = 10_485_760;

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(Subject subject, Consumer<Diagnostic> report) {
    long size = 0;
    for (Json value : subject.resolved().process().fields().values()) {
      size += size(value);
    }
    for (NodeInfo node : subject.resolved().nodes().values()) {
      for (Map.Entry<Field, Json> field : node.node().fields().entrySet()) {
        size += field.getKey().name().length() + 4 + size(field.getValue());
      }
    }
    if (size > LARGEST) {
      report.accept(
          Diagnostic.of(
                  CODE,
                  subject.resolved().decl().key().span(),
                  "\"" + subject.identity() + "\" has over 10 MiB, the most that one call takes")
              .withHint("shorten its instructions, or make two processes of it")
              .withAddress(subject.identity()));
    }
  }

  private static long size(Json json) {
    if (json instanceof Json.Str text) {
      return text.value().length() + 2L;
    }
    long size = 2;
    if (json instanceof Json.Obj object) {
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        size += member.getKey().length() + 4 + size(member.getValue());
      }
    } else if (json instanceof Json.Arr array) {
      for (Json item : array.items()) {
        size += size(item);
      }
    }
    return size;
  }
}
