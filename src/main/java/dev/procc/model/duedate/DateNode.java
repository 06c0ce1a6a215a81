package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the expanded tree with what its dates need.
///
/// @param address `close@2024-Q4/entities/us/recon-ar`
/// @param key the last part of the address
/// @param prefix what the use of a template put before its key and those of the nodes made with it:
///   in their dates, `task(x)` first means the `x` of the same use; empty without one
/// @param parallel for a group, whether its children run at the same time
/// @param calendar its own calendar, by which its fields and descendants count; null for that of
///   the nearest node above
/// @param origin of the node
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
  /// The kinds that `task(x)` and `group(x)` distinguish; every action is a task.
  public enum NodeKind {
    GROUP,
    TASK
  }

  /// The date texts of a node.
  ///
  /// @param others further date fields
  public record DateTexts(
      @Nullable DateText dueDate, @Nullable DateText approverDueDate, List<DateField> others) {
    public DateTexts {
      others = List.copyOf(others);
    }

    /// The date texts of a node without further fields.
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

  /// A copy with its own calendar.
  public DateNode withCalendar(@Nullable SourcedCalendar own) {
    return new DateNode(address, key, prefix, kind, parallel, own, origin, texts, children);
  }

  /// A copy made by a use that puts this before its key.
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
