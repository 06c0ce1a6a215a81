package dev.procc.live.evidence;

import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.EvidenceHead;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evidence on the branch of the ledger: one commit contains a record and the entry that refers to
/// it as the last one.
public final class BranchEvidenceStore implements EvidenceStore {
  private final BranchStore store;

  public BranchEvidenceStore(BranchStore store) {
    this.store = store;
  }

  @Override
  public LedgerStore ledger() {
    return store;
  }

  @Override
  public void add(
      String target,
      String identity,
      EvidenceFile file,
      @Nullable LedgerEntry entry,
      EvidenceHead last)
      throws IOException {
    Map<String, @Nullable String> files = new LinkedHashMap<>();
    files.put(EvidenceStore.folder(identity) + "/" + file.recordName(), file.json());
    files.put(EvidenceStore.folder(identity) + "/" + file.pageName(), file.page());
    String note = identity + ": evidence " + file.name();
    try {
      if (entry == null) {
        store.putFiles(target, files, note);
      } else {
        store.save(entry.withEvidence(last, file.hash()), files, note);
      }
    } catch (LedgerException e) {
      throw EvidenceStore.failure(e);
    }
  }

  /// Checks that the records can be read. They are stored with the entries, one of which is written
  /// before each call.
  @Override
  public void checkWritable(String target, String identity) throws IOException {
    records(target, identity);
  }

  @Override
  public void move(String target, String from, String to) throws IOException {
    Map<String, @Nullable String> files = new LinkedHashMap<>();
    try {
      store
          .filesBelow(target, EvidenceStore.folder(from))
          .forEach((path, text) -> {
            files.put(path, null);
            files.put(EvidenceStore.folder(to) + path.substring(path.lastIndexOf('/')), text);
          });
      if (!files.isEmpty()) {
        store.putFiles(target, files, "evidence of " + from + " moves to " + to);
      }
    } catch (LedgerException e) {
      throw EvidenceStore.failure(e);
    }
  }

  @Override
  public StoredRecords records(String target, String identity) throws IOException {
    Map<String, EvidenceFile> records = new LinkedHashMap<>();
    try {
      Map<String, String> files = store.filesBelow(target, EvidenceStore.folder(identity));
      for (Map.Entry<String, String> file : files.entrySet()) {
        String path = file.getKey();
        if (path.endsWith(".json")) {
          String stem = path.substring(0, path.length() - ".json".length());
          String name = stem.substring(stem.lastIndexOf('/') + 1);
          records.put(name, new EvidenceFile(name, file.getValue(), files.get(stem + ".txt")));
        }
      }
    } catch (LedgerException e) {
      throw EvidenceStore.failure(e);
    }
    return new BranchRecords(records);
  }

  /// The records of a process, which git reads all at once.
  private record BranchRecords(Map<String, EvidenceFile> files) implements StoredRecords {
    @Override
    public List<String> names() {
      return EvidenceFile.inOrder(files.keySet());
    }

    @Override
    public EvidenceFile read(String name) throws IOException {
      EvidenceFile file = files.get(name);
      if (file == null) {
        throw new NoSuchFileException(name);
      }
      return file;
    }

    @Override
    public Reader open(String name) throws IOException {
      return new StringReader(read(name).json());
    }
  }
}
