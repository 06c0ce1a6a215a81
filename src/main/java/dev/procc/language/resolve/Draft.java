package dev.procc.language.resolve;

import dev.procc.language.ast.ChildDecl;
import dev.procc.language.yaml.Node;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.duedate.DateField;
import dev.procc.model.duedate.DateText;
import dev.procc.model.duedate.SourcedCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node on its way: its fields so far, its dates as texts.
final class Draft {
  final ChildDecl decl;
  final String address;
  final @Nullable String parent;

  /// The calendar it counts with.
  final SourcedCalendar counting;

  /// By their row; dates come later.
  final FieldMap<Value> values;

  /// Texts of `dueDate` and `approverDueDate` by their row.
  final FieldMap<DateText> dates = new FieldMap<>(2);

  /// Further dates, in the arguments of a kind that is not published.
  List<DateField> others = List.of();

  @Nullable Node assignee;
  @Nullable Node approver;

  /// Drafts of the children, in order; those whose key is taken are not among them.
  List<Draft> children = List.of();

  /// What came of it; absent until it is built.
  @Nullable NodeInfo built;

  /// @param rows how many fields a node of this kind can have
  Draft(
      ChildDecl decl, String address, @Nullable String parent, SourcedCalendar counting, int rows) {
    this.decl = decl;
    this.address = address;
    this.parent = parent;
    this.counting = counting;
    values = new FieldMap<>(rows);
  }

  /// The place for one more date of its own.
  List<DateField> more() {
    if (others.isEmpty()) {
      others = new ArrayList<>();
    }
    return others;
  }
}
