package dev.procc.language.bind;

import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.model.vocabulary.MappingSpec;

/// What findings call a mapping, and where they point in it.
final class StructureLabels {
  private StructureLabels() {}

  /// The first key of a mapping, or all of it if it is empty.
  static Span headSpan(Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().getFirst().key().span();
  }

  /// What a finding calls a mapping: `a sendTask`, `defaults`.
  static String of(MappingSpec structure) {
    String name = structure.name();
    return switch (name) {
      case "Root" -> "the root group";
      case "Defaults", "GroupDefaults" -> "defaults";
      case "SendTaskDefaults", "ContentRequestDefaults", "CertificationDefaults" ->
          "the defaults of each " + lower(name.substring(0, name.length() - 8));
      case "Participant" -> "a participant";
      case "Change" -> "a change of a period";
      case "Away" -> "an absence";
      case "Loop" -> "forEach";
      case "Variable" -> "a declaration";
      case "Allow", "Freeze", "Moved", "Dates", "Safety", "Answers", "Evidence" ->
          Character.toLowerCase(name.charAt(0)) + name.substring(1);
      case "FiscalYear" -> "fiscalYear";
      case "Day", "Person", "Document", "Target" ->
          "a " + Character.toLowerCase(name.charAt(0)) + name.substring(1);
      case "People", "Documents", "Capabilities" -> "a " + name + " document";
      default -> (startsWithVowel(name) ? "an " : "a ") + name;
    };
  }

  private static boolean startsWithVowel(String name) {
    return "AEIOUaeiou".indexOf(name.charAt(0)) >= 0 && !name.startsWith("use");
  }

  /// A sentence as a phrase: without its full stop, its first letter small.
  static String lower(String doc) {
    String text = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
