package dev.procc.language.expand;

import dev.procc.language.yaml.node.Mapping;
import java.util.List;

/// A process without variables, loops, conditions and templates: only what will be there.
///
/// @param process every child has exactly one kind word, whose value is its final key
/// @param usedTemplates the keys of the templates that were used
/// @param tableFiles the tables that were read
public record Expansion(Mapping process, List<String> usedTemplates, List<String> tableFiles) {
  public Expansion {
    usedTemplates = List.copyOf(usedTemplates);
    tableFiles = List.copyOf(tableFiles);
  }
}
