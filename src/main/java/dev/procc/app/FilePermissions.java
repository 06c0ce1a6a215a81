package dev.procc.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Gives a file that will replace another one the rights it would have had.
final class FilePermissions {
  private static final Set<PosixFilePermission> DEFAULT =
      PosixFilePermissions.fromString("rw-r--r--");

  private FilePermissions() {}

  /// The rights of `old` where it exists, otherwise those of a new file; a file system without such
  /// rights is left alone.
  static void copyOrDefault(Path old, Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Files.setPosixFilePermissions(
        file, Files.exists(old) ? Files.getPosixFilePermissions(old) : DEFAULT);
  }
}
