package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.Map;
import java.util.Set;

/// A check for tags in documents that are not interpolated, such as calendars and people: there, a
/// tag would be taken literally.
public final class NoInterpolationCheck {
  /// The keys, by kind of document, whose values are interpolated, as they become part of a
  /// process.
  private static final Map<String, Set<String>> INTERPOLATED_KEYS =
      Map.of(
          "Project", Set.of("variables", "process"),
          "Period", Set.of("variables", "changes"),
          "Calendar", Set.of(),
          "People", Set.of(),
          "Documents", Set.of());

  /// Keys of texts that are only shown to people.
  private static final Set<String> PROSE_KEYS = Set.of("reason", "source");

  private final String kind;
  private final Set<String> interpolatedKeys;
  private final Findings findings;

  private NoInterpolationCheck(String kind, Set<String> interpolatedKeys, Findings findings) {
    this.kind = kind;
    this.interpolatedKeys = interpolatedKeys;
    this.findings = findings;
  }

  /// Reports the tags of a document.
  ///
  /// @param kind the kind of the document
  public static void check(String kind, Mapping document, Findings findings) {
    Set<String> interpolated = INTERPOLATED_KEYS.get(kind);
    if (interpolated != null && document.span().text().contains("{{")) {
      new NoInterpolationCheck(kind, interpolated, findings).checkNode(document);
    }
  }

  private void checkNode(YamlNode node) {
    if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        String key = entry.key().value();
        if (!interpolatedKeys.contains(key) && !PROSE_KEYS.contains(key)) {
          checkNode(entry.value());
        }
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::checkNode);
    } else if (node instanceof Scalar scalar && scalar.value().contains("{{")) {
      findings.add(
          Finding.of(
                  ExpandCodes.NOT_INTERPOLATED,
                  scalar.span(),
                  "\""
                      + scalar.value()
                      + "\" stays as it stands, "
                      + documentName()
                      + " takes no values from outside")
              .withHint("write the value itself"));
    }
  }

  private String documentName() {
    return switch (kind) {
      case "Project" -> "a project file";
      case "Period" -> "this part of a period";
      case "Calendar" -> "a calendar";
      default -> "a document of kind " + kind;
    };
  }
}
