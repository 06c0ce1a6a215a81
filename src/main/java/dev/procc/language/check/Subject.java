package dev.procc.language.check;

import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.resolve.Surroundings;
import dev.procc.model.process.Group;
import dev.procc.model.process.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule about one process looks at.
///
/// @param around what the process was resolved against
/// @param asOf the day it is judged on; absent when no day was given
/// @param sound whether nothing is broken: a rule that finds something missing is silent where it
///   is not, for what is broken is missing
/// @param tasks its jobs, in tree order
/// @param groups its groups, in tree order, the root group first
public record Subject(
    Resolved resolved,
    Surroundings around,
    @Nullable LocalDate asOf,
    boolean sound,
    List<Task> tasks,
    List<NodeInfo> groups) {

  /// A resolved process, its nodes told apart.
  public static Subject of(
      Resolved resolved, Surroundings around, @Nullable LocalDate asOf, boolean sound) {
    List<Task> tasks = new ArrayList<>();
    List<NodeInfo> groups = new ArrayList<>();
    for (NodeInfo node : resolved.nodes().values()) {
      if (node.node() instanceof Job job) {
        tasks.add(Task.of(node, job));
      } else if (node.node() instanceof Group) {
        groups.add(node);
      }
    }
    return new Subject(resolved, around, asOf, sound, tasks, groups);
  }

  /// `close@2024-Q4`.
  public String identity() {
    return resolved.process().identity();
  }

  /// Where the value of a field came from; absent for a field without one.
  public @Nullable Origin origin(String address, String field) {
    return resolved.origins().of(address, field);
  }

  /// Whether the node says something of the field: a value, or that it has none on purpose.
  public boolean says(NodeInfo node, String field) {
    return origin(node.address(), field) != null;
  }

  /// The text that made a field, else the key of its node.
  public Span span(NodeInfo node, String field) {
    Origin origin = origin(node.address(), field);
    return origin == null ? node.decl().key().span() : origin.span();
  }
}
