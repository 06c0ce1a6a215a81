package dev.procc.emulator.store;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.ErrorReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A transaction log in an append-only file, one transaction a line. An unfinished last line
/// belongs to a call that was never answered; it is cut off before the next line is written, and
/// when the file is opened. A log that has grown is rewritten with the rows alone. Writers that
/// wait together share one flush.
public final class FileTransactionLog implements TransactionLog {
  private static final String NAME = "emulator.log";
  private static final int MAX_BYTES = 1 << 30;
  private static final int GROWTH = 16 << 20;
  private final Path file;
  private final FileChannel lockChannel;
  private final ReentrantLock flushing = new ReentrantLock();
  private final AtomicLong written = new AtomicLong();
  private FileChannel channel;
  private long end;
  private long rewriteAt;
  private long flushed;

  private FileTransactionLog(Path file, FileChannel lockChannel) throws IOException {
    this.file = file;
    this.lockChannel = lockChannel;
    this.channel = channel(file);
    startAt(channel.size());
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  }

  /// Takes the length of a rewritten file.
  private void startAt(long size) {
    end = size;
    rewriteAt = 2 * size + GROWTH;
  }

  /// The store of a folder, with its log open; the folder is created if it is missing.
  ///
  /// @throws IOException if another emulator uses the folder, or a line is damaged
  public static RowStore open(Path given) throws IOException {
    Path folder = OutputFile.folder(given);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("emulator.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    if (tryLock(lock) == null) {
      lock.close();
      throw new IOException("another emulator uses " + folder);
    }
    try {
      Path file = folder.resolve(NAME);
      RowStore rows = RowStore.inMemory();
      if (Files.exists(file)) {
        replay(file, rows);
      }
      rewrite(file, rows.snapshot());
      return new RowStore(new FileTransactionLog(file, lock), rows);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  private static void replay(Path file, RowStore rows) throws IOException {
    byte[] bytes = InputFile.bytes(file, MAX_BYTES);
    int number = 1;
    for (int from = 0, to = 0; to < bytes.length; to++) {
      if (bytes[to] == '\n') {
        try {
          ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
          rows.replay(JsonReader.read(StandardCharsets.UTF_8.newDecoder().decode(line).toString()));
        } catch (CharacterCodingException | IllegalArgumentException | JsonException e) {
          throw new IOException(file + " is damaged in line " + number + ": " + e.getMessage(), e);
        }
        from = to + 1;
        number++;
      }
    }
  }

  /// Rewrites the file with one line for each row.
  private static void rewrite(Path file, Json.Obj rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (var kind : rows.members().entrySet()) {
      if (kind.getValue() instanceof Json.Obj table) {
        for (var row : table.members().entrySet()) {
          Json line = Json.array(Json.of(kind.getKey()), Json.of(row.getKey()), row.getValue());
          lines.append(text(Json.array(line)));
        }
      }
    }
    OutputFile.write(file, lines.toString(), OutputFile.Readers.UMASK);
  }

  @Override
  public void append(Json line, Supplier<Json.Obj> rows) {
    byte[] bytes = text(line).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > InputFile.DATA_LIMIT) {
      throw ErrorReply.of(413, "413", "The change has more than 64 MiB");
    }
    try {
      if (end + bytes.length > rewriteAt) {
        rewriteWith(rows.get());
      } else {
        appendTo(channel, bytes);
      }
      written.incrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void appendTo(FileChannel log, byte[] bytes) throws IOException {
    if (log.size() > end) {
      var _ = log.truncate(end);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      log.write(buffer);
    }
    end += bytes.length;
  }

  private void rewriteWith(Json.Obj rows) throws IOException {
    flushing.lock();
    try {
      rewrite(file, rows);
      channel.close();
      channel = channel(file);
      startAt(channel.size());
    } finally {
      flushing.unlock();
    }
  }

  @Override
  public void flush() {
    long mine = written.get();
    flushing.lock();
    try {
      if (flushed < mine) {
        long reached = written.get();
        channel.force(false);
        flushed = reached;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      flushing.unlock();
    }
  }

  private static String text(Json line) {
    return line.write() + "\n";
  }

  @Override
  public void close() {
    flushing.lock();
    try {
      channel.force(false);
      channel.close();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      flushing.unlock();
    }
  }
}
