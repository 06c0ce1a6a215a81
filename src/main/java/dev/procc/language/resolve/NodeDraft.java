package dev.procc.language.resolve;

import dev.procc.language.ast.NodeDecl;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node during its resolution: its fields so far, and its dates as texts.
final class NodeDraft {
  final NodeDecl decl;
  final String address;
  final @Nullable String parent;

  /// The calendar by which it counts.
  final SourcedCalendar calendar;

  /// The values by row; dates are added later.
  final FieldMap<ResolvedValue> values;

  /// The texts of `dueDate` and `approverDueDate`, by row.
  final FieldMap<DateText> dates = new FieldMap<>(2);

  /// The fields that are set to a value that could not be read.
  List<FieldSpec> unknownFields = List.of();

  /// Further dates, in arguments that the API does not document.
  List<DateField> argumentDates = List.of();

  @Nullable YamlNode assignee;
  @Nullable YamlNode approver;

  /// The drafts of its children, in order, without those whose key is taken.
  List<NodeDraft> children = List.of();

  /// The finished node; null until it is built.
  @Nullable ResolvedNode resolved;

  /// @param fieldCount the number of fields that a node of this kind can have
  NodeDraft(
      NodeDecl decl,
      String address,
      @Nullable String parent,
      SourcedCalendar calendar,
      int fieldCount) {
    this.decl = decl;
    this.address = address;
    this.parent = parent;
    this.calendar = calendar;
    values = new FieldMap<>(fieldCount);
  }

  void addUnknown(FieldSpec field) {
    if (unknownFields.isEmpty()) {
      unknownFields = new ArrayList<>();
    }
    unknownFields.add(field);
  }

  /// The dates in its arguments, as a list to add to.
  List<DateField> mutableArgumentDates() {
    if (argumentDates.isEmpty()) {
      argumentDates = new ArrayList<>();
    }
    return argumentDates;
  }
}
