package dev.procc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Gives a file that will replace another one the rights it would have had.
final class Permissions {
  private static final Set<PosixFilePermission> USUAL =
      PosixFilePermissions.fromString("rw-r--r--");

  private Permissions() {}

  /// The rights of `old` where it exists, otherwise those of a new file; a file system without such
  /// rights is left alone.
  static void like(Path old, Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Files.setPosixFilePermissions(
        file, Files.exists(old) ? Files.getPosixFilePermissions(old) : USUAL);
  }
}
