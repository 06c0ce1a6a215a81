package dev.procc.language.importing;

import dev.procc.base.json.Json;
import dev.procc.language.edit.YamlText;
import dev.procc.language.importing.WrittenNode.WrittenField;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Address;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A writer of a live process as a definition. Defaults of the server are left out: a
/// `whenEligible` trigger, a group that is not read-only.
final class DefinitionWriter {
  private static final Set<FieldSpec> OWN_DAYS =
      Set.of(
          Fields.PROCESS_BUSINESS_DAYS_OF_WEEK,
          Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS,
          Fields.PROCESS_BUSINESS_DATE_INCLUSIONS);

  private final ImportedNames names;
  private final Map<String, String> expressions;
  private String path = "";

  DefinitionWriter(ImportedNames names) {
    this(names, Map.of());
  }

  /// @param expressions for dates, by path and field
  DefinitionWriter(ImportedNames names, Map<String, String> expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  /// The text of the document.
  ///
  /// @param calendar the key of the calendar for the days of the process; null to write its own
  ///   days
  /// @param templates extracts repeated children; null to leave them
  String write(
      Process live, String key, @Nullable String calendar, @Nullable TemplateFinder templates) {
    StringBuilder out = new StringBuilder("procc: v1\nkind: Process\n");
    WrittenNode.line(out, 0, "key", key);
    WrittenNode.line(
        out, 0, Fields.PROCESS_NAME.name(), YamlText.inline(text(live.get(Fields.PROCESS_NAME))));
    if (calendar != null) {
      WrittenNode.line(out, 0, "calendar", calendar);
    }
    for (FieldSpec field : Catalog.definable(Schema.PROCESS)) {
      Json value = live.get(field);
      boolean own = field != Fields.PROCESS_NAME && (calendar == null || !OWN_DAYS.contains(field));
      if (own && value != null) {
        WrittenNode.line(out, 0, field.name(), value(field, value, 0));
      }
    }
    out.append("root:\n");
    WrittenNode root = group(live.root(), Address.ROOT, "");
    (templates == null ? root : templates.without(root)).writeMembers(out, 2);
    return out.toString();
  }

  /// The text of a node as an item of a list.
  ///
  /// @param taken the keys of its siblings, to which its own is added
  /// @param indent the column of the dash
  String writeItem(ProcessNode node, Set<String> taken, int indent) {
    StringBuilder out = new StringBuilder();
    child(node, taken).writeItem(out, indent);
    return out.toString();
  }

  private WrittenNode group(ProcessGroup group, String word, String key) {
    String above = path;
    path = word.equals(Address.ROOT) ? Address.ROOT : path;
    List<WrittenField> fields = new ArrayList<>();
    fields.add(WrittenField.text(Fields.PROCESS_GROUP_NAME.name(), text(group.name())));
    for (FieldSpec field : Catalog.definable(Schema.PROCESS_GROUP)) {
      addField(fields, group, field);
    }
    path = above;
    List<WrittenNode> children = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    for (ProcessNode child : group.children()) {
      children.add(child(child, taken));
    }
    return new WrittenNode(word, key, fields, children);
  }

  private WrittenNode child(ProcessNode child, Set<String> taken) {
    String otherwise = child instanceof ProcessJob job ? job.kind().noun() : "group";
    String key = Keys.unique(Keys.of(text(child.name()), otherwise), taken);
    String above = path;
    path = path.isEmpty() ? key : path + "/" + key;
    WrittenNode written =
        switch (child) {
          case ProcessGroup group -> group(group, "group", key);
          case ProcessJob job -> new WrittenNode(job.kind().name(), key, fields(job), List.of());
        };
    path = above;
    return written;
  }

  private List<WrittenField> fields(ProcessJob job) {
    List<WrittenField> fields = new ArrayList<>();
    ActionKind kind = job.kind();
    Schema arguments = Objects.requireNonNull(kind.arguments());
    for (FieldSpec field : Catalog.definable(arguments)) {
      boolean required = field.role() == FieldRole.TITLE && kind.argumentsPublished();
      if (required && job.get(field) == null) {
        fields.add(WrittenField.text(field.name(), ""));
      }
      addField(fields, job, field);
    }
    Json raw = job.get(Fields.PROCESS_JOB_ARGUMENTS);
    if (raw != null) {
      fields.add(
          WrittenField.yaml(
              Fields.PROCESS_JOB_ARGUMENTS.name(), YamlText.flow(RawArguments.escape(raw))));
    }
    addField(fields, job, Fields.PROCESS_JOB_TRIGGER_TYPE);
    return fields;
  }

  private void addField(List<WrittenField> fields, ProcessNode node, FieldSpec field) {
    Json value = node.get(field);
    if (value == null || field.role() == FieldRole.NAME || isDefault(field, value)) {
      return;
    }
    switch (field.role()) {
      case DOCUMENT -> fields.add(WrittenField.yaml(field.name(), names.document(text(value))));
      case SECTION -> addSection(fields, node, field, text(value));
      default -> fields.add(field(field, value));
    }
  }

  private WrittenField field(FieldSpec field, Json value) {
    String yaml = value(field, value, 0);
    if (field.type() == FieldType.DATE) {
      return WrittenField.date(field.name(), yaml);
    }
    if (field.type() == FieldType.PARTICIPANT_REF && value instanceof Json.Obj) {
      return WrittenField.person(field.name(), yaml);
    }
    return value instanceof Json.Str text
        ? WrittenField.text(field.name(), text.value())
        : WrittenField.yaml(field.name(), yaml);
  }

  /// Adds the section, which needs its document; an empty document if the process names none.
  private void addSection(List<WrittenField> fields, ProcessNode node, FieldSpec field, String id) {
    Json document = node.field(FieldRole.DOCUMENT);
    if (document == null) {
      fields.add(WrittenField.text(FieldRole.DOCUMENT.fieldName(), ""));
      fields.add(WrittenField.yaml(field.name(), YamlText.inline(id)));
    } else {
      fields.add(
          WrittenField.yaml(field.name(), names.section(names.document(text(document)), id)));
    }
  }

  private static boolean isDefault(FieldSpec field, Json value) {
    return field.role() == FieldRole.TRIGGER && value.equals(Json.of("whenEligible"))
        || field == Fields.PROCESS_GROUP_READ_ONLY && value.equals(Json.of(false));
  }

  /// The text of a value after its key.
  String value(FieldSpec field, Json value, int indent) {
    if (field.type() == FieldType.PARTICIPANT_REF && value instanceof Json.Obj participant) {
      return names.person(participant);
    }
    if (field.type() == FieldType.DATE) {
      return expressions.getOrDefault(path + ":" + field.name(), text(value));
    }
    return value instanceof Json.Str text
        ? YamlText.block(text.value(), indent)
        : field.type().isUnordered() && value instanceof Json.Arr set
            ? days(field, set)
            : YamlText.flow(value);
  }

  private static String days(FieldSpec field, Json.Arr set) {
    if (field.type() == FieldType.SET_OF_STRINGS) {
      return YamlText.flow(set);
    }
    StringBuilder list = new StringBuilder("[");
    for (Json item : set.items()) {
      list.append(list.length() == 1 ? "" : ", ").append(text(item));
    }
    return list.append(']').toString();
  }

  private static String text(@Nullable Json value) {
    return value instanceof Json.Str text ? text.value() : "";
  }

  /// The part of a process that a definition cannot express, such as a kind of job that only the
  /// server knows; null if there is none.
  static @Nullable String unsayable(Process live) {
    return unsayable(live.root());
  }

  /// The part of a node that a definition cannot express; null if there is none.
  static @Nullable String unsayable(ProcessNode node) {
    return switch (node) {
      case ProcessGroup group -> {
        String found = null;
        for (ProcessNode child : group.children()) {
          found = found == null ? unsayable(child) : found;
        }
        yield found;
      }
      case ProcessJob job ->
          ActionKind.WRITABLE.contains(job.kind())
              ? null
              : "\"" + text(job.name()) + "\" is of the kind \"" + job.kind().name() + "\"";
    };
  }
}
