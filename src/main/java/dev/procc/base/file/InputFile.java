package dev.procc.base.file;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one way in which files are read.
///
/// No file is read beyond a size limit. In a working tree it has to be a regular file that no link
/// takes out of the tree; elsewhere it may also be a pipe (`<(...)`, `/dev/stdin`). No message
/// contains any of a file's text.
public final class InputFile {
  /// The largest plan, ledger entry or evidence record, in bytes.
  public static final int DATA_LIMIT = 64 << 20;

  /// The largest file that people write (settings, seeds, descriptions of an API), in bytes.
  public static final int TEXT_LIMIT = 16 << 20;

  /// The largest file that holds a token, in bytes.
  public static final int TOKEN_LIMIT = 64 << 10;

  private InputFile() {}

  /// The text of a UTF-8 file.
  ///
  /// @param limit its largest size, in bytes
  /// @throws FileSystemException with a reason, if it is too large, is not a regular file or is not
  ///   UTF-8
  public static String text(Path file, int limit) throws IOException {
    return decode(file, bytes(file, limit));
  }

  /// A reader of a UTF-8 file, for callers that may stop before its end; bytes that are not UTF-8
  /// are reported where they are reached.
  ///
  /// @throws FileSystemException with a reason, if it is not a regular file
  public static Reader reader(Path file) throws IOException {
    return new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder());
  }

  /// The bytes of a file.
  ///
  /// @param limit its largest size, in bytes
  /// @throws FileSystemException with a reason, if it is too large or is not a regular file
  public static byte[] bytes(Path file, int limit) throws IOException {
    return within(file, head(file, limit + 1), limit);
  }

  /// The first bytes of a file.
  ///
  /// @param count the number of bytes, at most
  /// @throws FileSystemException with a reason, if it is not a regular file
  public static byte[] head(Path file, int count) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(count);
    }
  }

  /// The text of a UTF-8 file; null if there is no such file.
  public static @Nullable String textOrNull(Path file, int limit) throws IOException {
    try {
      return text(file, limit);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  /// The text of a stream such as standard input, within the limits of a file.
  ///
  /// @param name what messages call the stream
  public static String text(InputStream in, Path name, int limit) throws IOException {
    return decode(name, within(name, in.readNBytes(limit + 1), limit));
  }

  /// The names in a folder that end with a suffix and begin with no dot, sorted; empty if there is
  /// no such folder.
  public static List<String> names(Path folder, String suffix) throws IOException {
    Path real = LinkCheck.resolve(folder);
    if (!Files.isDirectory(real)) {
      return List.of(); // to open a pipe as a folder waits
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(suffix) && !name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (DirectoryIteratorException fault) {
      throw fault.getCause();
    }
    Collections.sort(names);
    return names;
  }

  private static InputStream open(Path file) throws IOException {
    Path real = LinkCheck.resolve(file);
    if (Files.isDirectory(real)) {
      throw fault(file, "it is a folder");
    }
    if (Files.isRegularFile(real)) {
      return stream(real);
    }
    if (Files.exists(file) && LinkCheck.isInWorkingTree(real)) {
      throw fault(file, "it is not a regular file");
    }
    return Files.newInputStream(file);
  }

  /// An input stream of a file: a plain one, which starts sooner than a channel. The channel is
  /// opened only where that fails, since its exceptions give the reason.
  private static InputStream stream(Path file) throws IOException {
    try {
      return new FileInputStream(file.toFile());
    } catch (FileNotFoundException unopened) {
      return Files.newInputStream(file);
    }
  }

  private static byte[] within(Path file, byte[] bytes, int limit) throws FileSystemException {
    if (bytes.length > limit) {
      throw fault(file, "it has more than " + size(limit));
    }
    return bytes;
  }

  private static String size(int bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
  }

  private static String decode(Path file, byte[] bytes) throws FileSystemException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw fault(file, "it is not UTF-8 text");
    }
  }

  private static FileSystemException fault(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }
}
