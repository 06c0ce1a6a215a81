package dev.procc.language.writeback;

import dev.procc.base.json.Json;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import org.jspecify.annotations.Nullable;

/// A field that is not live as the definition says.
///
/// @param address of the node; of a field of the process its identity
/// @param live null if it is not there
/// @param defined null if the definition asks that it be absent
/// @param businessDays by how many the live date is later
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

  /// What is written of the field, expanded; null if a default says it.
  @Nullable YamlNode written() {
    ResolvedNode node = node();
    return node == null
        ? process.resolved().decl().fields().get(field)
        : node.decl().fields().get(field);
  }

  /// The id of the document beside a section; null for other fields.
  @Nullable String document() {
    ResolvedNode node = node();
    return field.role() == FieldRole.SECTION
            && node != null
            && node.node().field(FieldRole.DOCUMENT) instanceof Json.Str id
        ? id.value()
        : null;
  }

  /// What people should know of a text that stands for the live value; empty if nothing.
  ///
  /// @param was the text that stood there
  String note(String was, String value) {
    boolean typed = value.matches("\\d{4}-\\d{2}-\\d{2}");
    if (field.type() != FieldType.DATE) {
      return "";
    }
    return typed && !was.matches("\\d{4}-\\d{2}-\\d{2}")
        ? "as a date: \"" + was + "\" cannot be moved there"
        : typed ? "" : "as " + value;
  }
}
