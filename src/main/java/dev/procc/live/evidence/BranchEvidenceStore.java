package dev.procc.live.evidence;

import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.LedgerException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evidence on the branch of the ledger, one commit a record.
public final class BranchEvidenceStore implements EvidenceStore {
  private final BranchStore store;

  public BranchEvidenceStore(BranchStore store) {
    this.store = store;
  }

  private static String folderOf(String identity) {
    return "evidence/" + identity;
  }

  @Override
  public void add(String target, String identity, String name, String json, String text)
      throws IOException {
    Map<String, @Nullable String> files = new LinkedHashMap<>();
    files.put(folderOf(identity) + "/" + name + ".json", json);
    files.put(folderOf(identity) + "/" + name + ".txt", text);
    try {
      store.putFiles(target, files, identity + ": evidence " + name);
    } catch (LedgerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// A record goes where the entries go, and an entry is written before each call.
  @Override
  public void checkWritable(String target, String identity) throws IOException {
    readAll(target, identity);
  }

  @Override
  public void move(String target, String from, String to) throws IOException {
    Map<String, @Nullable String> files = new LinkedHashMap<>();
    try {
      store
          .filesBelow(target, folderOf(from))
          .forEach((path, text) -> {
            files.put(path, null);
            files.put(folderOf(to) + path.substring(path.lastIndexOf('/')), text);
          });
      if (!files.isEmpty()) {
        store.putFiles(target, files, "evidence of " + from + " moves to " + to);
      }
    } catch (LedgerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public List<String> readAll(String target, String identity) throws IOException {
    List<String> texts = new ArrayList<>();
    try {
      for (Map.Entry<String, String> file :
          store.filesBelow(target, folderOf(identity)).entrySet()) {
        if (file.getKey().endsWith(".json")) {
          texts.add(file.getValue());
        }
      }
    } catch (LedgerException e) {
      throw new IOException(e.getMessage(), e);
    }
    return texts;
  }
}
