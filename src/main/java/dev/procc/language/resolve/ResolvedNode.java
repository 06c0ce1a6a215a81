package dev.procc.language.resolve;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.process.ProcessNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one node beside its fields.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param parent the address of the group around it; null for the root group
/// @param decl as written
/// @param node as compiled
/// @param calendar the calendar it counts with
/// @param assignee the person who does it, null if no alias or role names one
/// @param approver the person who approves it, likewise
/// @param unknownFields the fields that are given, and whose value could not be read
public record ResolvedNode(
    String address,
    @Nullable String parent,
    NodeDecl decl,
    ProcessNode node,
    BusinessCalendar calendar,
    @Nullable PersonDecl assignee,
    @Nullable PersonDecl approver,
    List<FieldSpec> unknownFields) {
  public Origin origin() {
    return decl.origin();
  }

  /// The address of the field of a role: `close@2024-Q4/entities/us/recon-ar:dueDate`.
  public String address(FieldRole role) {
    return address + ":" + role.fieldName();
  }

  /// What people call it: the title or name, or else its key.
  public String display() {
    return node.name() instanceof Json.Str text ? text.value() : node.key();
  }

  /// The person who meets a date of that role: who approves it, or who does it.
  public @Nullable PersonDecl responsible(FieldRole date) {
    return date == FieldRole.APPROVAL_DUE ? approver : assignee;
  }
}
