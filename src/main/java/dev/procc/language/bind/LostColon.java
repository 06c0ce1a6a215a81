package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.language.yaml.parse.YamlCodes;

/// Entries in flow style without their colon, or without the blank after it: `{ control FSCP-07 }`
/// and `{ control:FSCP-07 }` are valid YAML, each with a key without a value.
final class LostColon {
  private LostColon() {}

  /// Reports such entries where any key is allowed, also in raw values.
  static void check(YamlNode node, Findings findings) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (!checkEntry(mapping, entry, findings)) {
          checkNested(entry.value(), entry.key().value(), findings);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        checkNested(sequence.items().get(i), "item", findings);
      }
    }
  }

  private static void checkNested(YamlNode node, String name, Findings findings) {
    if (node instanceof Scalar scalar && scalar.isPlain() && !scalar.value().isEmpty()) {
      TextCut.checkEnd(scalar, name, findings);
    }
    check(node, findings);
  }

  /// Reports an entry if it is one, and returns whether it is.
  static boolean checkEntry(Mapping mapping, MappingEntry entry, Findings findings) {
    Scalar key = entry.key();
    boolean empty =
        mapping.flow()
            && key.isPlain()
            && entry.value() instanceof Scalar value
            && value.isNull()
            && value.span().text().isEmpty();
    if (!empty || isFollowedByColon(key.span())) {
      return false;
    }
    int colon = key.value().indexOf(':');
    if (colon <= 0 && key.value().indexOf(' ') < 0) {
      return false;
    }
    Finding finding =
        Finding.of(
            YamlCodes.SYNTAX,
            key.span(),
            "\""
                + key.value()
                + "\" has no "
                + (colon > 0 ? "blank after its colon" : "colon")
                + "; an entry is \"key: value\"");
    boolean verbatim = key.span().text().equals(key.value());
    findings.add(
        colon > 0 && verbatim
            ? finding.withFix(
                Fix.unsafe("add a blank", new TextEdit(key.span().subSpan(colon + 1, 0), " ")))
            : finding);
    return true;
  }

  private static boolean isFollowedByColon(Span key) {
    String text = key.file().text();
    int at = key.end();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }
}
