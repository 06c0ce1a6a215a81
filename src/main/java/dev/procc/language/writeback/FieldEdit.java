package dev.procc.language.writeback;

import dev.procc.base.json.Json;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import org.jspecify.annotations.Nullable;

/// A field whose live value differs from the definition.
///
/// @param address of the node; for a field of the process, its identity
/// @param live null if it is absent
/// @param defined null if the definition wants it absent
/// @param businessDays by which the live date is later
public record FieldEdit(
    CompiledProcess process,
    String address,
    FieldSpec field,
    @Nullable Json live,
    @Nullable Json defined,
    int businessDays) {

  /// The node as compiled; null for the process itself.
  @Nullable ResolvedNode node() {
    return process.resolved().nodes().get(address);
  }

  /// The written value of the field, expanded; null if it is a default.
  @Nullable YamlNode written() {
    ResolvedNode node = node();
    return node == null
        ? process.resolved().decl().fields().get(field)
        : node.decl().fields().get(field);
  }

  /// The id of the document that a section belongs to; null for other fields.
  @Nullable String document() {
    ResolvedNode node = node();
    return field.role() == FieldRole.SECTION
            && node != null
            && node.node().field(FieldRole.DOCUMENT) instanceof Json.Str id
        ? id.value()
        : null;
  }

  /// A note for people about a text that replaces another one; empty if there is none.
  ///
  /// @param was the text that is replaced
  String note(String was, String value) {
    return field.type() == FieldType.DATE ? dateNote(was, value) : "";
  }

  /// A note for people about a date expression that replaces another one; empty if there is none.
  static String dateNote(String was, String value) {
    boolean typed = ScalarValues.date(value) != null;
    if (!typed) {
      return "as " + value;
    }
    return ScalarValues.date(was) == null ? "as a date: \"" + was + "\" cannot be moved there" : "";
  }
}
