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

/// Finds tags in documents that are read as they are: a day that is a tag would be no day, the id
/// of a person would be sent as it stands, and a limit would not limit.
public final class NoInterpolationCheck {
  /// By kind, what is interpolated all the same: it becomes part of a process.
  private static final Map<String, Set<String>> INTERPOLATED_KEYS =
      Map.of(
          "Project", Set.of("variables", "process"),
          "Period", Set.of("variables", "changes"),
          "Calendar", Set.of(),
          "People", Set.of(),
          "Documents", Set.of());

  /// Words of people to people; what they quote is theirs.
  private static final Set<String> PROSE_KEYS = Set.of("reason", "source");

  private final String kind;
  private final Set<String> interpolatedKeys;
  private final Findings findings;

  private NoInterpolationCheck(String kind, Set<String> filled, Findings findings) {
    this.kind = kind;
    this.interpolatedKeys = filled;
    this.findings = findings;
  }

  /// @param kind of the document
  public static void check(String kind, Mapping document, Findings findings) {
    Set<String> filled = INTERPOLATED_KEYS.get(kind);
    if (filled != null && document.span().text().contains("{{")) {
      new NoInterpolationCheck(kind, filled, findings).checkNode(document);
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
