package dev.procc.language.expand;

import dev.procc.language.yaml.Mapping;
import java.util.List;

/// A process without variables, loops, conditions and templates: only what will be there.
///
/// @param process every child has exactly one kind word, whose value is its final key
/// @param templates the keys of the templates that were used
/// @param files the tables that were read
public record Expansion(Mapping process, List<String> templates, List<String> files) {
  public Expansion {
    templates = List.copyOf(templates);
    files = List.copyOf(files);
  }
}
