package dev.procc.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: a reader sees the old text or the new one, never a part.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes UTF-8 text; directories on the way are made.
  ///
  /// @param shown how messages call the file
  /// @throws Failure when it cannot be written; the old file, if any, is as it was
  public static void write(Path file, String shown, String text) throws Failure {
    try {
      Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.isDirectory(target)) {
        throw Failure.error("cannot write \"" + shown + "\", it is a folder", null);
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        Files.writeString(target, text); // a pipe or a device: there is nothing to replace
        return;
      }
      replace(target, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failure.error(
          "cannot write \"" + shown + "\": " + IoMessages.describe(e), "nothing was written there");
    }
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      FilePermissions.copyOrDefault(target, part);
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
