package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the expanded tree, as far as dates are concerned.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param key the last part of the address
/// @param parallel for a group, whether its children run at the same time
/// @param calendar its own calendar, which its fields and its descendants count by; absent: the
///   nearest one above
/// @param origin where the node is written
/// @param otherDates further fields that take dates
/// @param children none for a task
/// @param prefix what the use of a template put before its key, and before the keys of those made
///   with it: `task(x)` in their dates means the `x` of the same use first; empty without one
public record DateNode(
    String address,
    String key,
    NodeKind kind,
    boolean parallel,
    @Nullable SourcedCalendar calendar,
    Origin origin,
    @Nullable DateText dueDate,
    @Nullable DateText approverDueDate,
    List<DateField> otherDates,
    List<DateNode> children,
    String prefix) {
  /// What `task(x)` and `group(x)` tell apart: every action is a task.
  public enum NodeKind {
    GROUP,
    TASK
  }

  public DateNode {
    otherDates = List.copyOf(otherDates);
    children = List.copyOf(children);
  }

  /// A node that no use made together with others.
  public DateNode(
      String address,
      String key,
      NodeKind kind,
      boolean parallel,
      @Nullable SourcedCalendar calendar,
      Origin origin,
      @Nullable DateText dueDate,
      @Nullable DateText approverDueDate,
      List<DateField> others,
      List<DateNode> children) {
    this(
        address,
        key,
        kind,
        parallel,
        calendar,
        origin,
        dueDate,
        approverDueDate,
        others,
        children,
        "");
  }

  /// The same node, made by a use that put this before its key.
  public DateNode withPrefix(String other) {
    return new DateNode(
        address,
        key,
        kind,
        parallel,
        calendar,
        origin,
        dueDate,
        approverDueDate,
        otherDates,
        children,
        other);
  }

  /// A task without a calendar of its own.
  public static DateNode task(
      String address,
      String key,
      Origin origin,
      @Nullable DateText dueDate,
      @Nullable DateText approverDueDate) {
    return new DateNode(
        address,
        key,
        NodeKind.TASK,
        false,
        null,
        origin,
        dueDate,
        approverDueDate,
        List.of(),
        List.of());
  }

  /// A group without a calendar of its own.
  public static DateNode group(
      String address,
      String key,
      Origin origin,
      boolean parallel,
      @Nullable DateText dueDate,
      List<DateNode> children) {
    return new DateNode(
        address, key, NodeKind.GROUP, parallel, null, origin, dueDate, null, List.of(), children);
  }
}
