package dev.procc.language.resolve;

import dev.procc.base.source.Origin;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.process.ProcessNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one node beside its fields.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param parent the address of the group around it; absent for the root group
/// @param decl as written
/// @param node as compiled
/// @param calendar the calendar it counts with
/// @param assignee the person who does it, where an alias or a role names one
/// @param approver the person who approves it, likewise
public record ResolvedNode(
    String address,
    @Nullable String parent,
    NodeDecl decl,
    ProcessNode node,
    BusinessCalendar calendar,
    @Nullable PersonDecl assignee,
    @Nullable PersonDecl approver) {
  public Origin origin() {
    return decl.origin();
  }

  public Map<String, Scalar> labels() {
    return decl.labels();
  }

  /// What people call it: the title or name, or else its key.
  public String display() {
    for (var entry : node.fields().entrySet()) {
      String name = entry.getKey().name();
      if ((name.equals("title") || name.equals("name"))
          && entry.getValue() instanceof dev.procc.base.json.Json.Str text) {
        return text.value();
      }
    }
    return node.key();
  }
}
