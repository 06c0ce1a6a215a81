package dev.procc.app.plan;

import dev.procc.base.json.Json;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.NodeRecord;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.process.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The evidence of former applies about planned processes: warnings that were open, and values that
/// were sent. It explains a plan and decides nothing: what cannot be read is unknown. Processes
/// that are planned side by side may ask at once, each about itself.
final class LastRecords {
  /// The most processes for which warnings are looked up.
  private static final int MAX_PROCESSES = 50;

  private final EvidenceStore store;
  private final String target;
  private final Map<String, LedgerEntry> entries = new HashMap<>();
  private final Map<String, Optional<EvidenceLog.Newest>> records = new ConcurrentHashMap<>();

  LastRecords(EvidenceStore store, String target, List<PlanInput> inputs) {
    this.store = store;
    this.target = target;
    for (PlanInput input : inputs) {
      LedgerEntry entry = input.entry();
      if (entry != null && entry.history().evidence() != null) {
        entries.put(input.identity(), entry);
      }
    }
  }

  /// The fingerprints of the warnings that were open at the last applies; null if unknown.
  @Nullable Set<String> warnings() {
    if (entries.isEmpty() || entries.size() > MAX_PROCESSES) {
      return null;
    }
    Set<String> known = new HashSet<>();
    for (String identity : entries.keySet()) {
      Json.Obj last = lastWarnings(identity);
      if (last == null || !addWarnings(last, known)) {
        return null;
      }
    }
    return known;
  }

  private Json.@Nullable Obj lastWarnings(String identity) {
    EvidenceLog.Newest newest = newestOrNull(identity);
    try {
      return newest == null ? null : newest.warnings();
    } catch (IOException unreadable) {
      return null;
    }
  }

  /// Adds the warnings of a record; returns whether it has all of them.
  private static boolean addWarnings(Json.Obj record, Set<String> known) {
    List<Json> warnings = record.items(EvidenceLog.WARNINGS);
    for (Json item : warnings) {
      Json.Obj warning = (Json.Obj) item;
      String at = warning.text("at").orElse("");
      int colon = at.lastIndexOf(':');
      known.add(
          new LintWarning(
                  warning.text("code").orElse(""),
                  "",
                  colon < 0 ? at : at.substring(0, colon),
                  0,
                  warning.text("message").orElse(""),
                  warning.text("about").orElse(""),
                  "",
                  false)
              .fingerprint());
    }
    return record.integer(EvidenceLog.STANDING).orElse(0L) <= warnings.size();
  }

  /// The last applied value of a field, if a record has it and its hash is that of the ledger;
  /// JSON's null if the field had none.
  @Nullable Json find(String address, String field) {
    int slash = address.indexOf('/');
    String identity = slash < 0 ? address : address.substring(0, slash);
    LedgerEntry entry = entries.get(identity);
    String sent = entry == null ? null : sentHash(entry, address, field);
    if (sent == null || sent.equals(FieldHash.UNKNOWN)) {
      return null;
    }
    if (sent.equals(FieldHash.ABSENT)) {
      return Json.NULL;
    }
    int back = 0;
    for (Json.Obj record = record(identity, back);
        record != null;
        record = record(identity, ++back)) {
      for (Json value : values(record, address, field)) {
        if (FieldHash.of(value).equals(sent)) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String sentHash(LedgerEntry entry, String address, String field) {
    String path = Address.path(entry.identity(), address);
    for (NodeRecord node : entry.nodes()) {
      if (node.path().equals(path)) {
        boolean hadNone = node.sent(field) == null && node.seen(field).equals(FieldHash.ABSENT);
        return hadNone ? FieldHash.ABSENT : node.sent(field);
      }
    }
    return null;
  }

  /// The possible values of a field in a record: those of its changes, its date, and those of nodes
  /// that were created with their process. The hash tells which one it is.
  private static List<Json> values(Json.Obj record, String address, String field) {
    List<Json> values = new ArrayList<>();
    addMember(record.items("changes"), address, field, "after", values);
    addMember(record.items("dates"), address, field, "date", values);
    addMember(record.items("changes"), address, field, "before", values);
    addCreated(record.items("changes"), address, field, values);
    for (Json node : record.items("created")) {
      addField((Json.Obj) node, field, values);
    }
    return values;
  }

  /// Adds the value with which a node was created, if its record has it.
  private static void addCreated(
      List<Json> changes, String address, String field, List<Json> values) {
    for (Json item : changes) {
      if (item instanceof Json.Obj change
          && change.text("address").orElse("").equals(address)
          && change.text("field").orElse("").equals(FieldChange.NODE)
          && change.get("after") instanceof Json.Obj node) {
        addField(node, field, values);
      }
    }
  }

  private static void addField(Json.Obj node, String field, List<Json> values) {
    Json.Obj fields =
        node.obj("job").map(BodyNodes::kindArguments).or(() -> node.obj("group")).orElse(node);
    Json value = fields.get(field);
    if (value != null) {
      values.add(value);
    }
  }

  private static void addMember(
      List<Json> items, String address, String field, String member, List<Json> values) {
    for (Json item : items) {
      if (item instanceof Json.Obj object
          && object.text("address").orElse("").equals(address)
          && object.text("field").orElse("").equals(field)
          && object.get(member) != null) {
        values.add(object.get(member));
      }
    }
  }

  /// @param back 0 for the last
  private Json.@Nullable Obj record(String identity, int back) {
    EvidenceLog.Newest newest = newestOrNull(identity);
    try {
      return newest == null ? null : newest.get(back);
    } catch (IOException unreadable) {
      return null;
    }
  }

  private EvidenceLog.@Nullable Newest newestOrNull(String identity) {
    return records.computeIfAbsent(identity, this::newest).orElse(null);
  }

  private Optional<EvidenceLog.Newest> newest(String identity) {
    try {
      return Optional.of(new EvidenceLog.Newest(store, target, identity));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
