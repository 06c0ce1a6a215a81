package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the expanded tree, as far as dates are concerned.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param key the last part of the address
/// @param prefix what the use of a template put before its key, and before the keys of those made
///   with it: `task(x)` in their dates means the `x` of the same use first; empty without one
/// @param parallel for a group, whether its children run at the same time
/// @param calendar its own calendar, which its fields and its descendants count by; null for the
///   nearest one above
/// @param origin where the node is written
/// @param children none for a task
public record DateNode(
    String address,
    String key,
    String prefix,
    NodeKind kind,
    boolean parallel,
    @Nullable SourcedCalendar calendar,
    Origin origin,
    DateTexts texts,
    List<DateNode> children) {
  /// The kinds that `task(x)` and `group(x)` distinguish: every action is a task.
  public enum NodeKind {
    GROUP,
    TASK
  }

  /// The dates of a node as they are written.
  ///
  /// @param others further fields that take dates
  public record DateTexts(
      @Nullable DateText dueDate, @Nullable DateText approverDueDate, List<DateField> others) {
    public DateTexts {
      others = List.copyOf(others);
    }

    /// The dates of a node without further fields.
    public static DateTexts of(@Nullable DateText dueDate, @Nullable DateText approverDueDate) {
      return new DateTexts(dueDate, approverDueDate, List.of());
    }
  }

  /// A task without a calendar of its own.
  public static DateNode task(
      String address,
      String key,
      Origin origin,
      @Nullable DateText dueDate,
      @Nullable DateText approverDueDate) {
    DateTexts texts = DateTexts.of(dueDate, approverDueDate);
    return new DateNode(address, key, "", NodeKind.TASK, false, null, origin, texts, List.of());
  }

  /// A group without a calendar of its own.
  public static DateNode group(
      String address,
      String key,
      Origin origin,
      boolean parallel,
      @Nullable DateText dueDate,
      List<DateNode> children) {
    DateTexts texts = DateTexts.of(dueDate, null);
    return new DateNode(
        address, key, "", NodeKind.GROUP, parallel, null, origin, texts, List.copyOf(children));
  }

  /// The same node, counted by a calendar of its own.
  public DateNode withCalendar(@Nullable SourcedCalendar own) {
    return new DateNode(address, key, prefix, kind, parallel, own, origin, texts, children);
  }

  /// The same node, made by a use that put this before its key.
  public DateNode withPrefix(String other) {
    return new DateNode(address, key, other, kind, parallel, calendar, origin, texts, children);
  }

  public @Nullable DateText dueDate() {
    return texts.dueDate();
  }

  public @Nullable DateText approverDueDate() {
    return texts.approverDueDate();
  }

  public List<DateField> otherDates() {
    return texts.others();
  }
}
