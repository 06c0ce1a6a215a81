package dev.procc.language.check.rules.limits;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.json.Json;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProcessRule;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;

/// A process that is larger than the API accepts in one call. The size is a lower bound from its
/// fields; a body is a little larger.
public final class BodyTooLarge extends ProcessRule {
  private static final long MAX_BYTES = 10_485_760;

  public BodyTooLarge() {
    super(Code.error("PC502", "body-too-large"));
  }

  @Override
  public void check(ProcessContext process, Findings findings) {
    long size = 0;
    for (Json value : process.resolved().process().fields().values()) {
      size += size(value);
    }
    for (ResolvedNode node : process.resolved().nodes().values()) {
      for (Map.Entry<FieldSpec, Json> field : node.node().fields().entrySet()) {
        size += field.getKey().name().length() + 4 + size(field.getValue());
      }
    }
    if (size > MAX_BYTES) {
      findings.add(
          Finding.of(
                  code(),
                  process.resolved().decl().key().span(),
                  "\""
                      + process.identity()
                      + "\" is larger than 10 MiB, the most that one call takes")
              .withHint("shorten its instructions, or make two processes of it")
              .withAddress(process.identity()));
    }
  }

  private static long size(Json json) {
    if (json instanceof Json.Str text) {
      return utf8Length(text.value()) + 2L;
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

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of four bytes.
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }
}
