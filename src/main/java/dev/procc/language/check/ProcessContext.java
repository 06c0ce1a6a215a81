package dev.procc.language.check;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The input of a rule about one process.
///
/// @param context against which the process was resolved
/// @param asOf the day on which it is checked; null if none is given
/// @param tasks its jobs, in tree order
/// @param groups its groups, in tree order, the root group first
public record ProcessContext(
    ResolvedProcess resolved,
    ResolutionContext context,
    @Nullable LocalDate asOf,
    List<TaskView> tasks,
    List<ResolvedNode> groups) {

  /// The context of a resolved process: its nodes sorted into tasks and groups.
  public static ProcessContext of(
      ResolvedProcess resolved, ResolutionContext context, @Nullable LocalDate asOf) {
    List<TaskView> tasks = new ArrayList<>();
    List<ResolvedNode> groups = new ArrayList<>();
    for (ResolvedNode node : resolved.nodes().values()) {
      if (node.node() instanceof ProcessJob job) {
        tasks.add(new TaskView(node, job));
      } else if (node.node() instanceof ProcessGroup) {
        groups.add(node);
      }
    }
    return new ProcessContext(resolved, context, asOf, tasks, groups);
  }

  /// `close@2024-Q4`.
  public String identity() {
    return resolved.process().identity();
  }

  /// The origin of the value of a field of the process or of a node; null if it has none.
  public @Nullable Origin origin(String address, String field) {
    return resolved.origins().origin(address, field);
  }

  /// The origin of the value of a node's field with a role; null if it has none.
  public @Nullable Origin origin(ResolvedNode node, FieldRole role) {
    return origin(node.address(), role.fieldName());
  }

  /// Whether the node sets the field: to a value, or to none on purpose.
  public boolean sets(ResolvedNode node, FieldRole role) {
    return origin(node, role) != null;
  }

  /// Whether the node may have a field that could not be read.
  public boolean isUnknown(ResolvedNode node, FieldRole role) {
    for (FieldSpec field : node.unknownFields()) {
      if (field.role() == role) {
        return true;
      }
    }
    return false;
  }

  /// Whether the process has no schedule: neither end is written.
  public boolean hasNoSchedule() {
    return !isWritten(Fields.PROCESS_BUSINESS_START_DATE)
        && !isWritten(Fields.PROCESS_BUSINESS_END_DATE);
  }

  private boolean isWritten(FieldSpec field) {
    YamlNode value = resolved.decl().fields().get(field);
    return value != null && !(value instanceof Scalar scalar && scalar.isNull());
  }

  /// The text of a field, otherwise the key of its node.
  public Span span(ResolvedNode node, FieldRole role) {
    Origin origin = origin(node, role);
    return origin == null ? node.decl().key().span() : origin.span();
  }
}
