package dev.procc.ide.completion;

/// A proposal of completion.
///
/// @param label in the list
/// @param sort of the proposal
/// @param insert the text in place of `start` up to, not including, `end`
/// @param detail a few words next to the label; empty for none
/// @param doc a sentence in Markdown; empty for none
/// @param rank the order among proposals, lowest first
public record Proposal(
    String label,
    Sort sort,
    String insert,
    int start,
    int end,
    String detail,
    String doc,
    int rank) {
  /// The sort of a proposal.
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
