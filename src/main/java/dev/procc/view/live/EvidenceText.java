package dev.procc.view.live;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceLog.LoggedRecord;
import dev.procc.live.evidence.EvidenceLog.RevisionGap;
import dev.procc.live.evidence.EvidenceRecordText;
import dev.procc.live.outcome.Verdict;
import dev.procc.model.duedate.DayText;
import dev.procc.view.plan.facts.WaysText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The log of a process's evidence records, as text and JSON.
public final class EvidenceText {
  private static final int MAX_CHANGES = 3;

  private EvidenceText() {}

  /// @param exceptions waivers of drift
  public static Json.Obj json(EvidenceLog log, List<WaiverRow> exceptions) {
    List<Json> gaps = new ArrayList<>();
    for (RevisionGap gap : log.gaps()) {
      gaps.add(
          Json.object()
              .put("id", gap.id())
              .put("after", gap.writtenAt())
              .put("before", gap.seenAgainAt())
              .put("from", gap.writtenRevision())
              .put("to", gap.seenRevision())
              .build());
    }
    return Json.object()
        .put("records", Json.array(log.bodies()))
        .put("numbers", Json.array(log.records().stream().map(r -> Json.of(r.number())).toList()))
        .put("gaps", Json.array(gaps))
        .put("broken", Json.texts(log.chainErrors()))
        .put("repair", WaysText.json(log.repair(), "effect"))
        .put("exceptions", Json.array(exceptions.stream().map(WaiverRow::toJson).toList()))
        .build();
  }

  /// The log, with a line or two for each record, what happened between them that was not procc's,
  /// and the waivers.
  public static SafeText render(EvidenceLog log, List<WaiverRow> exceptions) {
    TextPage out = new TextPage();
    for (LoggedRecord logged : log.records()) {
      Json.Obj record = logged.json();
      int number = logged.number();
      String at = record.text("at").orElse("");
      Json.Obj result = record.obj("result").orElse(Json.Obj.EMPTY);
      Json.Obj change = record.obj("change").orElse(Json.Obj.EMPTY);
      String commit = change.text("commit").map(c -> "  " + c).orElse("");
      line(
          out,
          " ".repeat(Math.max(0, 4 - String.valueOf(number).length()))
              + number
              + (logged.isSound() ? "  " : "  DAMAGED  ")
              + DayText.moment(at)
              + "  "
              + result.text("action").orElse("")
              + ": "
              + result.text("verdict").orElse("")
              + commit
              + people(record, change));
      line(out, "      " + result.text("message").orElse(""));
      addChanges(out, record, number);
      for (String lifted : EvidenceRecordText.lifted(record)) {
        line(out, "      lifted: " + lifted);
      }
      addGaps(out, log, number);
    }
    writeVerdict(out, log);
    exceptions.forEach(kept -> line(out, "kept: " + kept.textWithWho()));
    return out.toText();
  }

  /// Adds the writes of others after a record.
  private static void addGaps(TextPage out, EvidenceLog log, int number) {
    for (RevisionGap gap : log.gaps()) {
      if (gap.record() == number) {
        line(
            out,
            "   -  edited in Workiva, not by procc: revision "
                + gap.writtenRevision()
                + " -> "
                + gap.seenRevision()
                + " of "
                + gap.id());
      }
    }
  }

  /// What stands before a change of a record whose apply did not get through; empty where all of it
  /// was done.
  private static String howFar(Json.Obj record) {
    String verdict = record.obj("result").flatMap(result -> result.text("verdict")).orElse("");
    return !EvidenceRecordText.hasStandingChanges(record)
        ? "not done: "
        : verdict.equals(Verdict.APPLIED.text()) ? "" : "asked for, done in part: ";
  }

  /// Adds the first of the changes, and where the others are.
  private static void addChanges(TextPage out, Json.Obj record, int number) {
    List<String> changes = EvidenceRecordText.changes(record);
    int shown = changes.size() <= MAX_CHANGES + 1 ? changes.size() : MAX_CHANGES;
    for (String change : changes.subList(0, shown)) {
      String done = howFar(record);
      line(out, "      " + done + change);
    }
    if (changes.size() > shown) {
      line(
          out,
          "      and "
              + (changes.size() - MAX_CHANGES)
              + " more, in all "
              + EvidenceRecordText.changeCounts(record)
              + ": --record "
              + number);
    }
  }

  /// The state of the records as a whole: complete and unchanged, or what is wrong and what to do
  /// about it.
  public static String verdict(EvidenceLog log) {
    TextPage out = new TextPage();
    writeVerdict(out, log);
    return out.toString();
  }

  private static void writeVerdict(TextPage out, EvidenceLog log) {
    if (log.chainErrors().isEmpty()) {
      int count = log.records().size();
      line(
          out,
          "chain intact: "
              + Plural.of(count, "record")
              + Plural.choose(count, " fits", " fit one another and")
              + " the ledger");
    }
    log.chainErrors().forEach(broken -> line(out, "broken: " + broken));
    if (!log.repair().isEmpty()) {
      line(out, "what to do:");
      WaysText.write(out, 2, log.repair());
    }
  }

  /// ` asked by dana-w, approved by priya-s`; who did it if nobody on record asked; empty if nobody
  /// is named.
  private static String people(Json.Obj record, Json.Obj change) {
    List<String> people = new ArrayList<>();
    change
        .text("author")
        .map(author -> "asked by " + author)
        .or(() -> record.text("by").map(by -> "by " + by))
        .ifPresent(people::add);
    change.text("approver").ifPresent(approver -> people.add("approved by " + approver));
    return people.isEmpty() ? "" : "  " + String.join(", ", people);
  }

  private static void line(TextPage out, String text) {
    out.append(text).append('\n');
  }
}
