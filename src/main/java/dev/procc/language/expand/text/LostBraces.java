package dev.procc.language.expand.text;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;

/// Tags that lack a brace: `{ period.label }}` is not a tag, and is sent literally; so is `{
/// period.label }` if that name is known, and a block of another language, `{% if x %}`.
final class LostBraces {
  private LostBraces() {}

  /// Reports the tags of a text that lack a brace. Returns whether one certainly does, so that the
  /// text is unknown.
  static boolean areFound(Scalar scalar, ExpansionContext context, Findings findings) {
    String text = scalar.value();
    boolean found = false;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      if (text.startsWith("{{", at)) {
        int end = text.indexOf("}}", at + 2);
        at = end < 0 ? text.length() : end;
        continue;
      }
      int block = text.startsWith("{%", at) ? text.indexOf("%}", at + 2) : -1;
      if (block > 0 && isBlock(text.substring(at + 2, block))) {
        findings.add(
            context.traced(
                Finding.of(
                        ExpandCodes.BAD_TAG,
                        Tag.partSpan(scalar, at, block + 2),
                        "\"" + text.substring(at, block + 2) + "\" is sent as it stands")
                    .withHint(
                        "a text that varies is a variable; a task that may be left out has if:")
                    .withSeverity(Severity.WARNING)));
        break;
      }
      int close = text.indexOf('}', at);
      String name = close < 0 ? "" : text.substring(at + 1, close).strip();
      if (!name.isEmpty() && TagParser.isPath(name)) {
        boolean lost = text.startsWith("}}", close);
        if (lost || isKnown(name, context)) {
          report(scalar, at, lost ? close + 2 : close + 1, name, context, findings);
          found |= lost;
        }
      }
    }
    return found;
  }

  private static boolean isBlock(String words) {
    String word = words.strip();
    return word.startsWith("if ") || word.startsWith("for ") || word.startsWith("set ");
  }

  private static boolean isKnown(String name, ExpansionContext context) {
    return name.startsWith("period.")
        || NameLookup.find(name, List.of(), context.scope()).failure() == null;
  }

  private static void report(
      Scalar scalar, int from, int to, String name, ExpansionContext context, Findings findings) {
    Span at = Tag.partSpan(scalar, from, to);
    String shown = scalar.value().substring(from, to);
    boolean certain = shown.endsWith("}}");
    Finding finding =
        Finding.of(
                ExpandCodes.BAD_TAG,
                at,
                "\"" + shown + "\" is sent as it stands; a tag has two braces on either side")
            .withHint("write {{ " + name + " }}")
            .withSeverity(certain ? Severity.ERROR : Severity.WARNING);
    findings.add(
        context.traced(
            at.text().equals(shown) && (from > 0 || !scalar.isPlain())
                ? finding.withFix(
                    Fix.unsafe("add the brace", new TextEdit(at, "{{ " + name + " }}")))
                : finding));
  }
}
