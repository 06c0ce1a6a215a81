package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.text.Sha256;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The check of records against the end of their chain, which the ledger has: each contains the
/// hash of the one before it, so that any record that was changed, removed, cut off or inserted is
/// found.
final class EvidenceChain {
  private static final String MISSING = "is missing";
  private static final String CHANGED = "was changed";

  /// The highest number of a record; a file with a higher one was put there by somebody.
  private static final int MAX_NUMBER = 100_000;

  private final String target;
  private final List<EvidenceFile> files;
  private final List<String> errors = new ArrayList<>();
  private final SortedSet<Integer> damaged = new TreeSet<>();
  private final Set<EvidenceFile> inChain = new HashSet<>();
  private final Map<Integer, List<EvidenceFile>> byNumber = new HashMap<>();

  private EvidenceChain(String target, List<EvidenceFile> files) {
    this.target = target;
    this.files = files;
    for (EvidenceFile file : files) {
      byNumber.computeIfAbsent(file.number(), number -> new ArrayList<>()).add(file);
    }
  }

  /// The faults of a chain.
  ///
  /// @param texts by the numbers of the records
  /// @param numbers of the records that are missing or were changed
  record Faults(List<String> texts, SortedSet<Integer> numbers) {}

  /// The faults, by the numbers of the records.
  ///
  /// @param head null if the ledger has none; then each record is only checked against the one
  ///   before it
  static Faults check(String target, List<EvidenceFile> files, @Nullable EvidenceHead head) {
    EvidenceChain chain = new EvidenceChain(target, files);
    if (head == null) {
      chain.checkForward();
    } else {
      chain.checkBackward(head.settled(hashes(files)));
    }
    for (EvidenceFile file : files) {
      chain.checkContent(file);
    }
    return new Faults(chain.errors, chain.damaged);
  }

  /// The end of the chain that the next record continues: by the ledger, otherwise by the records,
  /// of which the first may be missing.
  static EvidenceHead end(StoredRecords records, @Nullable LedgerEntry entry) throws IOException {
    EvidenceHead head = entry == null ? null : entry.history().evidence();
    if (head != null && head.next() == null) {
      return head;
    }
    List<EvidenceFile> files = records.readAll();
    if (head != null) {
      return head.settled(hashes(files));
    }
    if (files.isEmpty()) {
      return EvidenceHead.NONE;
    }
    int count = files.size();
    for (EvidenceFile file : files) {
      if (file.number() <= MAX_NUMBER) {
        count = Math.max(count, file.number());
      }
    }
    return new EvidenceHead(count, files.getLast().hash(), null);
  }

  /// The record that is still to be written; null if there is none, or it is the last that was
  /// written.
  static EvidenceHead.@Nullable OwedRecord owed(StoredRecords records, LedgerEntry entry)
      throws IOException {
    EvidenceHead head = entry.history().evidence();
    boolean isWritten =
        head != null && head.next() != null && hashes(records.readAll()).contains(head.next());
    return isWritten ? null : entry.history().owedRecord();
  }

  private static Set<String> hashes(List<EvidenceFile> files) {
    Set<String> hashes = new HashSet<>();
    files.forEach(file -> hashes.add(file.hash()));
    return hashes;
  }

  /// The record in a text; null if it is not one.
  static Json.@Nullable Obj parse(EvidenceFile file) {
    try {
      return JsonReader.read(file.json()) instanceof Json.Obj record ? record : null;
    } catch (JsonException notJson) {
      return null;
    }
  }

  private static String previousOf(EvidenceFile file) {
    Json.Obj record = parse(file);
    return record == null ? "" : record.text("previousRecord").orElse("");
  }

  private void checkForward() {
    String before = "";
    for (EvidenceFile file : files) {
      inChain.add(file);
      if (parse(file) != null && !previousOf(file).equals(before)) {
        errors.add("record " + label(file) + " does not follow the one before it");
      }
      before = file.hash();
    }
  }

  private void checkBackward(EvidenceHead head) {
    Map<String, EvidenceFile> byHash = new LinkedHashMap<>();
    files.forEach(file -> byHash.putIfAbsent(file.hash(), file));
    SortedMap<Integer, String> found = new TreeMap<>();
    String wanted = head.hash();
    for (int number = head.count(); number > 0; number--) {
      EvidenceFile file = byHash.get(wanted);
      if (file == null) {
        file = unclaimed(number);
        // After a gap, nothing refers to the record before it: its file is taken as it is.
        if (file == null || !wanted.isEmpty()) {
          found.put(number, file == null ? MISSING : CHANGED);
        }
      }
      if (file != null) {
        inChain.add(file);
      }
      wanted = file == null ? "" : previousOf(file);
    }
    reportFaults(found);
    for (EvidenceFile file : files) {
      if (!inChain.contains(file)) {
        errors.add("record " + label(file) + " is not in the ledger: somebody put it there");
      }
    }
  }

  /// @param faults by number; consecutive ones with the same fault are reported together
  private void reportFaults(SortedMap<Integer, String> faults) {
    damaged.addAll(faults.keySet());
    int first = 0;
    for (Map.Entry<Integer, String> each : faults.entrySet()) {
      int number = each.getKey();
      String fault = each.getValue();
      first = Objects.equals(faults.get(number - 1), fault) ? first : number;
      if (!Objects.equals(faults.get(number + 1), fault)) {
        errors.add(
            first == number
                ? "record " + number + " " + fault
                : "records "
                    + first
                    + " to "
                    + number
                    + " "
                    + (fault.equals(MISSING) ? "are missing" : "were changed"));
      }
    }
  }

  /// The record with a number in its file name, unless another one was found for that number.
  private @Nullable EvidenceFile unclaimed(int number) {
    for (EvidenceFile file : byNumber.getOrDefault(number, List.of())) {
      if (!inChain.contains(file)) {
        return file;
      }
    }
    return null;
  }

  private void checkContent(EvidenceFile file) {
    Json.Obj record = parse(file);
    if (record == null) {
      errors.add("record " + label(file) + " is not JSON");
      addDamaged(file);
      return;
    }
    String recorded = record.text("target").orElse(target);
    if (!recorded.equals(target)) {
      errors.add("record " + label(file) + " is of target " + recorded);
    }
    String pageHash = record.text("page").orElse(null);
    String page = file.page();
    if (pageHash != null && (page == null || !Sha256.hex(page).equals(pageHash))) {
      errors.add(
          "the text of record " + label(file) + (page == null ? " is missing" : " was changed"));
      addDamaged(file);
    }
  }

  private void addDamaged(EvidenceFile file) {
    if (inChain.contains(file) && file.number() > 0) {
      damaged.add(file.number());
    }
  }

  private String label(EvidenceFile file) {
    int number = file.number();
    return number > 0 ? String.valueOf(number) : file.name();
  }
}
