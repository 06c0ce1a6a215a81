package dev.procc.app.live;

import dev.procc.base.json.Json;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ListQuery;
import dev.procc.live.api.ReadResult;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of ledger entries against live processes.
public final class LedgerCheck {
  private LedgerCheck() {}

  /// A checked entry.
  ///
  /// @param fault what is wrong and what to do; null if the process is as recorded
  public record CheckedEntry(LedgerEntry entry, @Nullable String fault) {}

  /// The entries with their faults, in the same order.
  public static List<CheckedEntry> check(ApiClient client, List<LedgerEntry> entries)
      throws ApiException {
    Map<String, String> names = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.id() != null) {
        names.put(entry.id(), entry.identity());
      }
    }
    Map<String, ReadResult> live = client.getAll(names, true);
    boolean answers = live.values().stream().anyMatch(read -> read.failure().isEmpty());
    Set<String> listed = new HashSet<>();
    for (Json.Obj process : answers ? client.list(ListQuery.ALL) : List.<Json.Obj>of()) {
      process.text("id").ifPresent(listed::add);
    }
    List<CheckedEntry> checked = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      String fault = describeFault(entry, entry.id() == null ? null : live.get(entry.id()), listed);
      checked.add(new CheckedEntry(entry, fault));
    }
    return checked;
  }

  private static @Nullable String describeFault(
      LedgerEntry entry, @Nullable ReadResult read, Set<String> listed) throws ApiException {
    if (entry.pending() != null) {
      return "an apply was not ended (" + entry.pending().stepName() + "): procc apply --resume";
    }
    if (read == null) {
      return "no process is recorded";
    }
    if (read.isNotFound() || read.failure().isEmpty() && !listed.contains(entry.id())) {
      return "process " + entry.id() + " is not there: procc restore, or procc plan --recreate";
    }
    try {
      return describeChange(entry, ProcessJson.read(read.orThrow()));
    } catch (WireException e) {
      return "what the API returned cannot be read: " + e.getMessage();
    }
  }

  private static @Nullable String describeChange(LedgerEntry entry, LiveProcess live) {
    String revisions =
        " (revision " + entry.live().revision() + " then, " + live.revision() + " now)";
    if (!live.contentHash().equals(entry.live().contentHash())) {
      return "edited in Workiva since the last apply" + revisions + ": procc plan";
    }
    return entry.hasBesides(live.besides())
        ? null
        : "its tags, or fields that procc does not know, were changed in Workiva since the last"
            + " apply"
            + revisions
            + ": no plan changes them, and a replacement does not bring them back; procc adopt "
            + entry.identity()
            + " "
            + live.id()
            + " takes them as they are";
  }

  /// What stays live when a record is forgotten: `; process e7b9 stays as it is`.
  public static String stayingText(LedgerEntry entry) {
    if (entry.pending() != null && !entry.pending().ids().isEmpty()) {
      return "; what is live of it stays: " + String.join(", ", entry.pending().ids());
    }
    return entry.id() == null ? "" : "; process " + entry.id() + " stays as it is";
  }
}
