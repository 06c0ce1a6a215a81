package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.YamlNode;
import org.jspecify.annotations.Nullable;

/// The relocation of findings about the value of a YAML alias to the alias, since the value may be
/// valid at its anchor.
final class AliasedValues {
  private AliasedValues() {}

  /// Moves the findings from an index on that are about a value to the alias that stands for it.
  static void relocate(Findings findings, int from, YamlNode value) {
    Span alias = from < findings.size() ? alias(value.origin()) : null;
    if (alias != null) {
      findings.replaceFrom(
          from, each -> value.span().equals(each.span()) ? at(each, alias, value) : each);
    }
  }

  private static @Nullable Span alias(Origin origin) {
    for (Origin input : origin.inputs()) {
      if (input.layer() == Layer.REFERENCE && input.span().text().startsWith("*")) {
        return input.span();
      }
    }
    return null;
  }

  /// The finding at the alias, without its fixes, which would change the anchored value everywhere.
  private static Finding at(Finding finding, Span alias, YamlNode value) {
    return Finding.of(finding.code(), alias, finding.message())
        .withSeverity(finding.severity())
        .withHint(finding.hint())
        .withAddress(finding.address())
        .withLabel(value.span(), "this is what it stands for");
  }
}
