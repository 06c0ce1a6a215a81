package dev.procc.live.ledger;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.LockFile;
import dev.procc.base.file.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger as a folder of the working tree, `procc.state/<target>/<identity>.json`.
///
/// After a crash, an entry is either the old or the new one, never a part of it. Only one apply
/// runs at a time: an entry that somebody else wrote after it was read here is not overwritten.
public final class FileStore implements LedgerStore {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /// The content of each file when this store last read or wrote it; empty if there was none, or it
  /// was never read.
  private final Map<Path, String> lastSeen = new HashMap<>();

  /// @param folder `procc.state`; created with the first entry
  public FileStore(Path folder) {
    this.folder = folder;
  }

  /// The file of an entry.
  ///
  /// @throws LedgerException if the names cannot be file names
  public Path file(String target, String identity) throws LedgerException {
    return folder.resolve(requireFileName(target)).resolve(requireFileName(identity) + SUFFIX);
  }

  private static String requireFileName(String name) throws LedgerException {
    boolean valid = !name.isEmpty() && name.charAt(0) != '.';
    for (int i = 0; i < name.length() && valid; i++) {
      char c = name.charAt(i);
      valid = c > ' ' && c != 0x7f && "/\\:*?\"<>|".indexOf(c) < 0;
    }
    if (!valid) {
      throw new LedgerException("\"" + name + "\" cannot be the name of a state file");
    }
    return name;
  }

  @Override
  public synchronized Optional<LedgerEntry> load(String target, String identity)
      throws LedgerException {
    Path file = file(target, identity);
    String text = readOrNull(file);
    lastSeen.put(file, text == null ? "" : text);
    return text == null
        ? Optional.empty()
        : Optional.of(LedgerFormat.read(file.toString(), text, target, identity));
  }

  private static @Nullable String readOrNull(Path file) throws LedgerException {
    try {
      return InputFile.textOrNull(file, InputFile.DATA_LIMIT);
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be read: " + IoMessages.describe(e), e);
    }
  }

  @Override
  public synchronized List<LedgerEntry> list(String target) throws LedgerException {
    List<LedgerEntry> entries = new ArrayList<>();
    for (String identity : identities(target)) {
      load(target, identity).ifPresent(entries::add);
    }
    return entries;
  }

  @Override
  public synchronized List<String> identities(String target) throws LedgerException {
    Path dir = folder.resolve(requireFileName(target));
    List<String> identities = new ArrayList<>();
    try {
      for (String name : InputFile.names(dir, SUFFIX)) {
        identities.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    } catch (IOException e) {
      throw new LedgerException(dir + ": cannot be read: " + IoMessages.describe(e), e);
    }
    return identities;
  }

  @Override
  public synchronized void save(LedgerEntry entry, String note) throws LedgerException {
    Path file = file(entry.target(), entry.identity());
    String text = LedgerFormat.write(entry);
    try (LockFile _ = LockFile.acquire(lockFile())) {
      checkUnchanged(file);
      OutputFile.write(file, text, OutputFile.Readers.OWNER);
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be written: " + IoMessages.describe(e), e);
    }
    lastSeen.put(file, text);
  }

  /// The lock that is held while an entry is compared and written, so that two programs see each
  /// other.
  private Path lockFile() {
    return folder.resolveSibling(".procc").resolve("state.lock");
  }

  @Override
  public synchronized void delete(String target, String identity, String note)
      throws LedgerException {
    Path file = file(target, identity);
    try (LockFile _ = LockFile.acquire(lockFile())) {
      if (lastSeen.containsKey(file)) {
        checkUnchanged(file);
      }
      OutputFile.delete(file);
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be deleted: " + IoMessages.describe(e), e);
    }
    lastSeen.put(file, "");
  }

  @Override
  public synchronized void confirm(LedgerEntry entry) throws LedgerException {
    Path file = file(entry.target(), entry.identity());
    if (!LedgerFormat.write(entry).equals(readOrNull(file))) {
      throw concurrentWrite(file);
    }
  }

  private static LedgerException concurrentWrite(Path file) {
    return LedgerException.concurrentWrite(
        file + ": somebody else wrote it meanwhile; only one apply may run at a time");
  }

  private void checkUnchanged(Path file) throws LedgerException, IOException {
    String currentText = InputFile.textOrNull(file, InputFile.DATA_LIMIT);
    if (!lastSeen.getOrDefault(file, "").equals(currentText == null ? "" : currentText)) {
      throw concurrentWrite(file);
    }
  }
}
