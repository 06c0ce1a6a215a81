package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds tags in documents that are read as they are: a day that is a tag would be no day, the id
/// of a person would be sent as it stands, and a limit would not limit.
public final class Literal {
  /// By kind, what is interpolated all the same: it becomes part of a process.
  private static final Map<String, Set<String>> FILLED =
      Map.of(
          "Project", Set.of("variables", "process"),
          "Period", Set.of("variables", "changes"),
          "Calendar", Set.of(),
          "People", Set.of(),
          "Documents", Set.of());

  /// Words of people to people; what they quote is theirs.
  private static final Set<String> WORDS = Set.of("reason", "source");

  private final String kind;
  private final Set<String> filled;
  private final Consumer<Diagnostic> found;

  private Literal(String kind, Set<String> filled, Consumer<Diagnostic> found) {
    this.kind = kind;
    this.filled = filled;
    this.found = found;
  }

  /// @param kind of the document
  public static void check(String kind, Mapping document, Consumer<Diagnostic> found) {
    Set<String> filled = FILLED.get(kind);
    if (filled != null && document.span().text().contains("{{")) {
      new Literal(kind, filled, found).node(document);
    }
  }

  private void node(Node node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String key = entry.key().value();
        if (!filled.contains(key) && !WORDS.contains(key)) {
          node(entry.value());
        }
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::node);
    } else if (node instanceof Scalar scalar && scalar.value().contains("{{")) {
      found.accept(
          Diagnostic.of(
                  ExpandCodes.NOT_INTERPOLATED,
                  scalar.span(),
                  "\""
                      + scalar.value()
                      + "\" stays as it stands, "
                      + where()
                      + " takes no values from outside")
              .withHint("write the value itself"));
    }
  }

  private String where() {
    return switch (kind) {
      case "Project" -> "a project file";
      case "Period" -> "this part of a period";
      case "Calendar" -> "a calendar";
      default -> "a document of kind " + kind;
    };
  }
}
