package dev.procc.live.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ledger as a folder of the working tree, `procc.state/<target>/<identity>.json`.
///
/// An entry is written whole beside the old one, flushed to the disk, and moved over it; then the
/// folder is flushed. After a crash the file is the old one or the new one, never a part. One apply
/// at a time: an entry that somebody else wrote since it was read here is not overwritten.
public final class FileStore implements LedgerStore {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /// What each file held when this store last read or wrote it; empty where there was none.
  private final Map<Path, String> lastSeen = new HashMap<>();

  /// @param folder `procc.state`; made when the first entry is saved
  public FileStore(Path folder) {
    this.folder = folder;
  }

  /// The file of an entry.
  ///
  /// @throws LedgerException where the names cannot be names of files
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
    return text == null ? Optional.empty() : Optional.of(parseEntry(file, text, target, identity));
  }

  private static LedgerEntry parseEntry(Path file, String text, String target, String identity)
      throws LedgerException {
    LedgerEntry entry = LedgerFormat.read(file.toString(), text);
    if (!entry.target().equals(target) || !entry.identity().equals(identity)) {
      throw new LedgerException(
          file
              + ": it is of "
              + entry.identity()
              + " in target "
              + entry.target()
              + ", not of "
              + identity
              + " in "
              + target);
    }
    return entry;
  }

  private static @Nullable String readOrNull(Path file) throws LedgerException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be read: " + e.getMessage(), e);
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
    try (Stream<Path> files = Files.list(dir)) {
      files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(n -> n.endsWith(SUFFIX) && !n.startsWith("."))
          .sorted()
          .forEach(n -> identities.add(n.substring(0, n.length() - SUFFIX.length())));
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (IOException e) {
      throw new LedgerException(dir + ": cannot be read: " + e.getMessage(), e);
    }
    return identities;
  }

  @Override
  public synchronized void save(LedgerEntry entry, String note) throws LedgerException {
    Path file = file(entry.target(), entry.identity());
    checkUnchanged(file);
    String text = LedgerFormat.write(entry);
    try {
      makeFolder(file.getParent());
      replace(file, text);
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be written: " + message(e), e);
    }
    lastSeen.put(file, text);
  }

  @Override
  public synchronized void delete(String target, String identity, String note)
      throws LedgerException {
    Path file = file(target, identity);
    checkUnchanged(file);
    try {
      if (Files.deleteIfExists(file)) {
        flushFolder(file.getParent());
      }
    } catch (IOException e) {
      throw new LedgerException(file + ": cannot be deleted: " + message(e), e);
    }
    lastSeen.put(file, "");
  }

  private void checkUnchanged(Path file) throws LedgerException {
    String lastText = lastSeen.get(file);
    if (lastText == null) {
      return;
    }
    String currentText = readOrNull(file);
    if (!lastText.equals(currentText == null ? "" : currentText)) {
      throw new LedgerException(
          file + ": somebody else wrote it meanwhile; only one apply may run at a time");
    }
  }

  private static void makeFolder(@Nullable Path dir) throws IOException {
    if (dir == null || Files.isDirectory(dir)) {
      return;
    }
    Path parent = dir.toAbsolutePath().getParent();
    makeFolder(parent);
    try {
      Files.createDirectory(dir);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(dir)) {
        throw e;
      }
    }
    flushFolder(parent);
  }

  private static void replace(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
    flushFolder(file.getParent());
  }

  /// So that the name itself survives. Windows opens no folder, and needs no flush of one.
  private static void flushFolder(@Nullable Path dir) throws IOException {
    if (dir == null) {
      return;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(dir, StandardOpenOption.READ);
    } catch (IOException notOpened) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  private static String message(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
