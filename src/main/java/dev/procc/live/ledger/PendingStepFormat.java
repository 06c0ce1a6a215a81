package dev.procc.live.ledger;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The format of an entry's members about what is under way: `pending`, `owedRecord`.
final class PendingStepFormat {
  private static final List<String> MEMBERS =
      List.of(
          "step",
          "hash",
          "since",
          "sentAt",
          "old",
          "oldContent",
          "created",
          "createdContent",
          "intent",
          "alike",
          "options",
          "lease");
  private static final List<String> LEASE_MEMBERS =
      List.of("holder", "host", "machine", "pid", "started", "renewed");

  private final String file;
  private final String otherVersion;

  /// @param file the name of the entry in messages
  /// @param otherVersion the message about an unknown member
  PendingStepFormat(String file, String otherVersion) {
    this.file = file;
    this.otherVersion = otherVersion;
  }

  static Json.Obj toJson(PendingStep step) {
    PendingStep.StepSubject subject = step.subject();
    List<String> duplicates = subject.duplicateCandidates();
    SeenProcess former = subject.former();
    SeenProcess created = subject.created();
    Lease lease = step.lease();
    return Json.object()
        .put("step", step.stepName())
        .put("hash", step.planHash())
        .put("since", step.startedAt())
        .put("sentAt", step.sentAt())
        .put("old", former == null ? null : former.id())
        .put("oldContent", former == null ? null : former.contentHash())
        .put("created", created == null ? null : created.id())
        .put("createdContent", created == null ? null : created.contentHash())
        .put("intent", subject.createBodyHash())
        .put("alike", duplicates.isEmpty() ? null : Json.texts(duplicates))
        .put("options", subject.options().isEmpty() ? null : Json.texts(subject.options()))
        .put("lease", lease == null ? null : toJson(lease))
        .build();
  }

  private static Json.Obj toJson(Lease lease) {
    return Json.object()
        .put("holder", lease.holder())
        .put("host", lease.host())
        .put("machine", lease.machine())
        .put("pid", lease.pid())
        .put("started", lease.started())
        .put("renewed", lease.renewedAt())
        .build();
  }

  static Json.@Nullable Obj toJson(@Nullable EvidenceHead head) {
    return head == null
        ? null
        : Json.object()
            .put("records", head.count())
            .put("head", head.hash())
            .put("next", head.next())
            .build();
  }

  @Nullable EvidenceHead evidence(Json.Obj entry) throws LedgerException {
    Json.Obj head = entry.obj("evidence").orElse(null);
    if (head == null) {
      return null;
    }
    rejectUnknown(head, List.of("records", "head", "next"), "evidence.");
    long count = head.integer("records").orElse(-1L);
    if (count < 0 || count > 1_000_000) {
      throw error("evidence.records", "a number of records was expected");
    }
    return new EvidenceHead((int) count, text(head, "head"), head.text("next").orElse(null));
  }

  static Json.@Nullable Obj toJson(EvidenceHead.@Nullable OwedRecord owed) {
    if (owed == null) {
      return null;
    }
    Lease lease = owed.lease();
    return Json.object()
        .put("command", owed.action())
        .put("note", owed.note())
        .put("hash", owed.planHash())
        .put("at", owed.at())
        .put("lease", lease == null ? null : toJson(lease))
        .build();
  }

  EvidenceHead.@Nullable OwedRecord owedRecord(Json.Obj entry) throws LedgerException {
    Json.Obj owed = entry.obj("owedRecord").orElse(null);
    if (owed == null) {
      return null;
    }
    rejectUnknown(owed, List.of("command", "note", "hash", "at", "lease"), "owedRecord.");
    return new EvidenceHead.OwedRecord(
        text(owed, "command"),
        text(owed, "note"),
        text(owed, "hash"),
        text(owed, "at"),
        leaseOrNull(owed, "owedRecord."));
  }

  PendingStep read(Json.Obj step) throws LedgerException {
    rejectUnknown(step, MEMBERS, "pending.");
    return new PendingStep(
        text(step, "step"),
        text(step, "hash"),
        text(step, "since"),
        step.text("sentAt").orElse(null),
        new PendingStep.StepSubject(
            seen(step, "old"),
            seen(step, "created"),
            step.text("intent").orElse(null),
            texts(step, "alike"),
            texts(step, "options")),
        leaseOrNull(step, "pending."));
  }

  private static @Nullable SeenProcess seen(Json.Obj step, String name) {
    String id = step.text(name).orElse(null);
    return id == null ? null : new SeenProcess(id, step.text(name + "Content").orElse(null));
  }

  private List<String> texts(Json.Obj step, String name) throws LedgerException {
    List<String> texts = new ArrayList<>();
    for (Json item : step.items(name)) {
      if (!(item instanceof Json.Str text)) {
        throw error("pending." + name, "texts were expected");
      }
      texts.add(text.value());
    }
    return texts;
  }

  private @Nullable Lease leaseOrNull(Json.Obj holder, String where) throws LedgerException {
    Json.Obj lease = holder.obj("lease").orElse(null);
    if (lease == null) {
      return null;
    }
    rejectUnknown(lease, LEASE_MEMBERS, where + "lease.");
    return new Lease(
        text(lease, "holder"),
        text(lease, "host"),
        text(lease, "machine"),
        lease.integer("pid").orElse(0L),
        text(lease, "started"),
        text(lease, "renewed"));
  }

  private void rejectUnknown(Json.Obj object, List<String> known, String where)
      throws LedgerException {
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        throw error(where + name, "unknown member, " + otherVersion);
      }
    }
  }

  private String text(Json.Obj object, String name) throws LedgerException {
    String value = object.text(name).orElse(null);
    if (value == null) {
      throw error(name, "missing, a text was expected");
    }
    return value;
  }

  private LedgerException error(String member, String message) {
    return new LedgerException(file + ": " + member + ": " + message);
  }
}
