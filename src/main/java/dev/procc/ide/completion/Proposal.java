package dev.procc.ide.completion;

/// Something that can be typed at a place.
///
/// @param label what the list shows
/// @param sort what of it is
/// @param insert the text that takes the place of `start` to before `end`
/// @param detail a few words beside the label; empty for none
/// @param doc a sentence, Markdown; empty for none
/// @param rank the order among proposals, the least first
public record Proposal(
    String label,
    Sort sort,
    String insert,
    int start,
    int end,
    String detail,
    String doc,
    int rank) {
  /// What of it is proposed.
  public enum Sort {
    KEY,
    WORD,
    PERSON,
    ROLE,
    CALENDAR,
    TEMPLATE,
    VARIABLE,
    DATE,
    TASK,
    COLUMN,
    DOCUMENT,
    FILE
  }
}
