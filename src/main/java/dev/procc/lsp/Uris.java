package dev.procc.lsp;

import dev.procc.ide.DocumentId;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The conversion of the URIs of clients to documents and paths.
final class Uris {
  private Uris() {}

  /// The document of a URI, with its file if it has one.
  static DocumentId document(String uri) {
    return new DocumentId(uri, path(uri));
  }

  /// The file of a URI, absolute and normalized; null if it is not a file on this machine.
  static @Nullable Path path(String uri) {
    if (!uri.regionMatches(true, 0, "file:", 0, 5)) {
      return null;
    }
    try {
      URI parsed = URI.create(uri.replace(" ", "%20").replace("\\", "/"));
      String host = parsed.getHost();
      String path = parsed.getPath();
      if (path == null || (host != null && !host.isEmpty() && !host.equals("localhost"))) {
        return Path.of(parsed).toAbsolutePath().normalize();
      }
      return Path.of(withoutSlashBeforeDrive(path)).toAbsolutePath().normalize();
    } catch (IllegalArgumentException | FileSystemNotFoundException notAPath) {
      return null;
    }
  }

  /// The path without the slash before a Windows drive, as in `/c:/work`.
  private static String withoutSlashBeforeDrive(String path) {
    boolean drive =
        File.separatorChar == '\\'
            && path.length() > 2
            && path.charAt(0) == '/'
            && path.charAt(2) == ':';
    return drive ? path.substring(1) : path;
  }

  /// The URI of a file, `file:///home/ana/close.process.yaml`.
  static String of(Path file) {
    return file.toUri().toString();
  }
}
