package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.text.Plural;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import java.util.ArrayList;
import java.util.List;

/// The keys that a mapping must have and does not.
final class MissingKeys {
  private MissingKeys() {}

  /// The required keys that a mapping lacks.
  static List<KeySpec> of(Mapping mapping, MappingSpec structure) {
    List<KeySpec> missing = List.of();
    List<KeySpec> required = structure.required();
    for (int i = 0; i < required.size(); i++) {
      KeySpec key = required.get(i);
      if (mapping.get(key.name()) == null) {
        missing = missing.isEmpty() ? new ArrayList<>() : missing;
        missing.add(key);
      }
    }
    return missing;
  }

  static Finding finding(List<KeySpec> missing, Mapping mapping, MappingSpec structure) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < missing.size(); i++) {
      String before = i == 0 ? "" : i == missing.size() - 1 ? " and " : ", ";
      names.append(before).append('"').append(missing.get(i).name()).append('"');
    }
    String verb = Plural.choose(missing.size(), " is missing, ", " are missing, ");
    return Finding.of(
            BindCodes.MISSING_KEY,
            StructureLabels.headSpan(mapping),
            names
                + verb
                + StructureLabels.of(structure)
                + " must have "
                + Plural.choose(missing.size(), "it", "them"))
        .withHint("add " + skeleton(missing));
  }

  private static String skeleton(List<KeySpec> missing) {
    StringBuilder text = new StringBuilder();
    for (KeySpec word : missing) {
      text.append(text.isEmpty() ? "" : ", ").append(word.name()).append(": ");
      text.append(value(word));
    }
    return text.toString();
  }

  /// What stands for a value: an example, unless it would be kept as somebody's word once pasted.
  private static String value(KeySpec word) {
    return switch (word.name()) {
      case "reason" -> "why";
      case "processes" -> "[key of a process]";
      default ->
          word.examples().isEmpty()
              ? StructureLabels.lower(word.doc())
              : word.examples().getFirst();
    };
  }
}
