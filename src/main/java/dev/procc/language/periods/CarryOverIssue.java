package dev.procc.language.periods;

import dev.procc.base.source.Span;
import org.jspecify.annotations.Nullable;

/// An issue of the next period for a person to look at: a text that does not follow the period.
///
/// @param text `2024-12-20, the due date of "Reconcile AR"`
/// @param span of the text
public record CarryOverIssue(CarryOverKind kind, String text, @Nullable Span span) {
  /// The kinds of text that do not follow, in the order to show.
  public enum CarryOverKind {
    TYPED_DATE("typedDates", "Dates entered as fixed days"),
    PERSON("people", "People who are gone or away"),
    DOCUMENT("documents", "Documents that are still the last period's"),
    CALENDAR("calendars", "Calendars that were not looked up so far"),
    CHANGE("changes", "Changes that are not carried over"),
    VARIABLE("variables", "Variables that name the last period"),
    TEXT("texts", "Texts that name the last period"),
    COMMENT("comments", "Comments that were copied");

    private final String key;
    private final String title;

    CarryOverKind(String key, String title) {
      this.key = key;
      this.title = title;
    }

    /// Its name in JSON.
    public String key() {
      return key;
    }

    public String title() {
      return title;
    }
  }
}
