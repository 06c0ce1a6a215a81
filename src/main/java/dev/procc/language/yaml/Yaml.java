package dev.procc.language.yaml;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.parse.YamlLimits;
import dev.procc.language.yaml.repair.RepairingParser;
import java.util.List;

/// The parser of YAML text. Total: any text gives documents, findings, or both.
///
/// ```java
/// Outcome<SourceFile> text = SourceDecoder.decode("close.process.yaml", bytes);
/// Outcome<List<YamlDocument>> documents = Yaml.parse(text.value().get());
/// ```
public final class Yaml {
  private Yaml() {}

  /// Parses a text within the default limits.
  public static Outcome<List<YamlDocument>> parse(SourceFile file) {
    return parse(file, YamlLimits.DEFAULT);
  }

  /// Parses a text. There is always a list, which is empty if the text contains no document.
  public static Outcome<List<YamlDocument>> parse(SourceFile file, YamlLimits limits) {
    return new RepairingParser(file, limits).parse();
  }
}
