package dev.procc.base.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// A lock that one program holds at a time, until it is closed. The operating system releases it
/// when the program dies; the file stays, empty.
public final class LockFile implements AutoCloseable {
  /// Keeps the threads of this program apart, which locks of the operating system do not.
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for the lock and takes it; missing folders are created.
  public static LockFile acquire(Path file) throws IOException {
    THREADS.lock();
    FileChannel channel = null;
    try {
      Path real = LinkCheck.resolve(file);
      Path folder = real.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(real) && !Files.isRegularFile(real)) {
        throw new FileSystemException(file.toString(), null, "it is not a regular file");
      }
      channel =
          FileChannel.open(
              real, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      channel.lock();
      return new LockFile(channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      THREADS.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
