package dev.procc.language.importing;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.edit.YamlText;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.process.ProcessNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Live values as a definition of this project writes them, with aliases for people and documents,
/// to which missing ones are added.
public final class LiveText {
  private final AliasDocuments aliases;
  private final DefinitionWriter writer;

  private LiveText(AliasDocuments aliases) {
    this.aliases = aliases;
    writer = new DefinitionWriter(aliases.names());
  }

  /// @param target whose people and documents are used
  public static LiveText of(ProjectDocuments documents, @Nullable TargetDecl target) {
    return new LiveText(AliasDocuments.of(documents, target));
  }

  /// The value without quotes; null if it is a list or a mapping.
  ///
  /// @param document the id of the document that a section belongs to; null for other fields
  public @Nullable String plain(FieldSpec field, Json value, @Nullable String document) {
    if (field.type() == FieldType.PARTICIPANT_REF && value instanceof Json.Obj participant) {
      return aliases.names().person(participant);
    }
    if (value instanceof Json.Str text && field.role() == FieldRole.DOCUMENT) {
      return aliases.names().document(text.value());
    }
    if (value instanceof Json.Str text && field.role() == FieldRole.SECTION && document != null) {
      return aliases.names().section(aliases.names().document(document), text.value());
    }
    return switch (value) {
      case Json.Str text -> text.value();
      case Json.Bool flag -> String.valueOf(flag.value());
      case Json.Num number -> number.write();
      default -> null;
    };
  }

  /// The alias of a participant, `{id, type}`.
  public String person(Json.Obj participant) {
    return aliases.names().person(participant);
  }

  /// The text of a value after its key.
  ///
  /// @param document the id of the document that a section belongs to; null for other fields
  /// @param indent the column of the key
  public String value(FieldSpec field, Json value, @Nullable String document, int indent) {
    String plain = plain(field, value, document);
    boolean alias =
        field.type() == FieldType.PARTICIPANT_REF
            || field.role() == FieldRole.DOCUMENT
            || field.role() == FieldRole.SECTION;
    return plain != null && alias ? YamlText.inline(plain) : writer.value(field, value, indent);
  }

  /// The text of a node as an item of a list, with line feeds and without blanks before the first
  /// dash.
  ///
  /// @param taken the keys of its siblings, to which its own is added
  /// @param indent the column of the dash
  public String item(ProcessNode node, Set<String> taken, int indent) {
    return new DefinitionWriter(aliases.names()).writeItem(node, taken, indent);
  }

  /// The part of a node that a definition cannot express; null if there is none.
  public static @Nullable String unsayable(ProcessNode node) {
    return DefinitionWriter.unsayable(node);
  }

  /// The edits that add the new aliases to existing documents. To be called once.
  public List<TextEdit> aliasEdits() {
    aliases.write();
    return aliases.edits();
  }

  /// The new documents for new aliases, by file name.
  public Map<String, String> newDocuments() {
    return aliases.newDocuments();
  }
}
