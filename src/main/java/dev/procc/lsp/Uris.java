package dev.procc.lsp;

import dev.procc.ide.DocumentId;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The conversion of the URIs of clients to documents and paths.
final class Uris {
  private static final List<String> WORKING_SCHEMES = List.of("file", "untitled", "inmemory");

  private Uris() {}

  /// The document of a URI, with its file if it has one.
  static DocumentId document(String uri) {
    return new DocumentId(uri, path(uri));
  }

  /// Whether a document is a text that somebody works on, saved or not, and not another version of
  /// one, as editors show it beside: `git:/home/ana/close.process.yaml?...`,
  /// `fugitive:///home/ana/...`.
  static boolean isWorkingText(String uri) {
    int scheme = uri.indexOf(':');
    return scheme < 0
        || WORKING_SCHEMES.contains(uri.substring(0, scheme).toLowerCase(Locale.ROOT));
  }

  /// The file of a URI, absolute and normalized; null if it is not a file on this machine.
  static @Nullable Path path(String uri) {
    if (!uri.regionMatches(true, 0, "file:", 0, 5)) {
      return null;
    }
    try {
      URI parsed = URI.create(encoded(uri));
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

  /// A URI with what some clients leave as it is encoded: `[`, blanks, a `%` of its own.
  private static String encoded(String uri) {
    StringBuilder encoded = new StringBuilder(uri.length());
    for (int at = 0; at < uri.length(); at++) {
      char c = uri.charAt(at);
      if (c == '\\') {
        encoded.append('/');
      } else if (c == '%' ? !isEncoded(uri, at) : c <= ' ' || " []{}|^`\"<>".indexOf(c) >= 0) {
        encoded.append('%').append(HexFormat.of().toHexDigits((byte) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static boolean isEncoded(String uri, int percent) {
    return percent + 2 < uri.length()
        && HexFormat.isHexDigit(uri.charAt(percent + 1))
        && HexFormat.isHexDigit(uri.charAt(percent + 2));
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
