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

/// The resolution of a node: its fields and what else is known about it.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param parent the address of its group; null for the root group
/// @param decl as written
/// @param node as compiled
/// @param calendar by which it counts
/// @param assignee the person who does it; null if it is not given by alias or role
/// @param approver the person who approves it; null if it is not given by alias or role
/// @param unknownFields the fields that are set to a value that could not be read
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

  /// The address of the field with a role: `close@2024-Q4/entities/us/recon-ar:dueDate`.
  public String address(FieldRole role) {
    return address + ":" + role.fieldName();
  }

  /// The name for people: its title or name, otherwise its key.
  public String display() {
    return node.name() instanceof Json.Str text ? text.value() : node.key();
  }

  /// The person who has to meet the date with a role: the approver or the assignee.
  public @Nullable PersonDecl responsible(FieldRole date) {
    return date == FieldRole.APPROVAL_DUE ? approver : assignee;
  }
}
