package dev.procc.emulator.store;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A transaction log in an append-only file, one transaction a line. An unfinished last line
/// belongs to a call that was never answered; it is cut off when the file is opened. Writers that
/// wait together share one flush.
public final class FileTransactionLog implements TransactionLog {
  private static final String NAME = "emulator.log";
  private static final int MAX_BYTES = 1 << 30;
  private final FileChannel channel;
  private final FileChannel lockChannel;
  private final ReentrantLock flushing = new ReentrantLock();
  private final AtomicLong written = new AtomicLong();
  private long flushed;

  private FileTransactionLog(FileChannel channel, FileChannel lockChannel) {
    this.channel = channel;
    this.lockChannel = lockChannel;
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
    Path file = folder.resolve(NAME);
    List<Json> lines = Files.exists(file) ? read(file) : List.of();
    RowStore replayed = new RowStore(TransactionLog.NONE, lines);
    rewrite(file, replayed);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    return new RowStore(new FileTransactionLog(channel, lock), replayed);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  private static List<Json> read(Path file) throws IOException {
    String text = InputFile.text(file, MAX_BYTES);
    List<Json> lines = new ArrayList<>();
    int number = 1;
    for (int from = 0, to; (to = text.indexOf('\n', from)) >= 0; from = to + 1, number++) {
      try {
        lines.add(JsonReader.read(text.substring(from, to)));
      } catch (JsonException e) {
        throw new IOException(file + " is damaged in line " + number + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }

  /// Rewrites the file with one line for each row.
  private static void rewrite(Path file, RowStore store) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (var kind : store.snapshot().members().entrySet()) {
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
  public void append(Json line) {
    try {
      writeAll(channel, text(line).getBytes(StandardCharsets.UTF_8));
      written.incrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void close() {
    try {
      flush();
      channel.close();
      lockChannel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
