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

/// A node that is being resolved: its fields so far, its dates as texts.
final class NodeDraft {
  final NodeDecl decl;
  final String address;
  final @Nullable String parent;

  /// The calendar it counts with.
  final SourcedCalendar calendar;

  /// By their row; dates come later.
  final FieldMap<ResolvedValue> values;

  /// Texts of `dueDate` and `approverDueDate` by their row.
  final FieldMap<DateText> dates = new FieldMap<>(2);

  /// Fields that are given, and whose value could not be read.
  List<FieldSpec> unknownFields = List.of();

  /// Further dates, in the arguments of a kind that is not published.
  List<DateField> argumentDates = List.of();

  @Nullable YamlNode assignee;
  @Nullable YamlNode approver;

  /// Drafts of the children, in order; those whose key is taken are not among them.
  List<NodeDraft> children = List.of();

  /// The finished node; null until it is built.
  @Nullable ResolvedNode resolved;

  /// @param fieldCount how many fields a node of this kind can have
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

  /// The dates of its arguments, to add to.
  List<DateField> mutableArgumentDates() {
    if (argumentDates.isEmpty()) {
      argumentDates = new ArrayList<>();
    }
    return argumentDates;
  }
}
