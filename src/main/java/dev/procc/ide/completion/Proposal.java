package dev.procc.ide.completion;

import java.util.Locale;

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

  /// The text by which an editor holds this against what is typed: a person is found by name too.
  ///
  /// @param typed so far; editors that look at the beginning alone find the name behind it
  public String filter(String typed) {
    String word = insert.strip();
    if (sort != Sort.PERSON && sort != Sort.ROLE && sort != Sort.DOCUMENT) {
      return word;
    }
    String small = typed.toLowerCase(Locale.ROOT);
    int at = detail.toLowerCase(Locale.ROOT).indexOf(small);
    return label.toLowerCase(Locale.ROOT).contains(small) || at < 0
        ? word + " " + detail
        : detail.substring(at) + " " + word;
  }
}
