package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Address;
import dev.procc.view.plan.facts.PlanLabels;
import dev.procc.view.plan.facts.ValueTexts;
import org.jspecify.annotations.Nullable;

/// A waiver of a process, as text and JSON.
///
/// @param kept what is in Workiva and stays; empty if that is not recorded
/// @param live the same as JSON; null if it is absent, not recorded, or not a value
public record WaiverRow(String identity, DriftWaiver waiver, String kept, @Nullable Json live) {
  /// A waiver on record, which holds for any value.
  public static WaiverRow recorded(String identity, DriftWaiver waiver) {
    return new WaiverRow(identity, waiver, "", null);
  }

  /// A waiver for an edit made in Workiva.
  ///
  /// @param change from the live value to the definition's
  public static WaiverRow of(
      String identity, DriftWaiver waiver, FieldChange change, PlanLabels labels) {
    String kept =
        switch (change.field()) {
          case FieldChange.NODE -> change.after() == null ? "added" : "removed";
          case FieldChange.PARENT, FieldChange.POSITION -> "moved";
          default ->
              ValueTexts.of(labels, change.field(), change.before(), change.after()).getFirst();
        };
    return new WaiverRow(identity, waiver, kept, change.isStructural() ? null : change.before());
  }

  String address() {
    return Address.of(identity, waiver.path());
  }

  /// `close@2024-Q4:name`.
  public String ref() {
    return address() + ":" + waiver.field();
  }

  public Json toJson() {
    Json.Builder row = Json.object().put("address", address()).put("field", waiver.field());
    if (live != null) {
      row.put("live", live);
    }
    return row.put("reason", waiver.reason())
        .putNullable("until", waiver.until())
        .put("by", waiver.by())
        .build();
  }

  /// The text with who decided it, `(dana-w)`.
  String textWithWho() {
    return text() + (waiver.by() == null ? "" : " (" + waiver.by() + ")");
  }

  /// `close@2024-Q4:name "Close" until 2025-03-31: named so by the auditors`.
  public String text() {
    String until = waiver.until() == null ? "" : " until " + DayText.day(waiver.until());
    return ref() + (kept.isEmpty() ? "" : " " + kept) + until + ": " + waiver.reason();
  }
}
