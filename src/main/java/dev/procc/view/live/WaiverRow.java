package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.DriftWaiver;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Address;

/// A waiver of a process, as text and JSON.
public record WaiverRow(String identity, DriftWaiver waiver) {
  String address() {
    return Address.of(identity, waiver.path());
  }

  /// `close@2024-Q4:name`.
  public String ref() {
    return address() + ":" + waiver.field();
  }

  public Json toJson() {
    return Json.object()
        .put("address", address())
        .put("field", waiver.field())
        .put("reason", waiver.reason())
        .putNullable("until", waiver.until())
        .build();
  }

  /// `close@2024-Q4:name until 2025-03-31: named so by the auditors`.
  public String text() {
    String until = waiver.until() == null ? "" : " until " + DayText.day(waiver.until());
    return ref() + until + ": " + waiver.reason();
  }
}
