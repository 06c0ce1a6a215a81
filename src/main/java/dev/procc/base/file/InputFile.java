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

/// Files read: the one way in.
///
/// A file is read within a size. In a working tree it is a regular file, and no link leads out of
/// the tree; elsewhere it may be a pipe as well (`<(...)`, `/dev/stdin`). No message holds any of
/// its text.
public final class InputFile {
  /// The most bytes of a plan, a ledger entry or an evidence record.
  public static final int DATA_LIMIT = 64 << 20;

  /// The most bytes of a file that people write: settings, seeds, descriptions of an API.
  public static final int TEXT_LIMIT = 16 << 20;

  /// The most bytes of a file with a token.
  public static final int TOKEN_LIMIT = 64 << 10;

  private InputFile() {}

  /// The text of a UTF-8 file.
  ///
  /// @param limit the most bytes it may have
  /// @throws FileSystemException with a reason, if it is too large, no file or no text
  public static String text(Path file, int limit) throws IOException {
    return decode(file, bytes(file, limit));
  }

  /// The text of a UTF-8 file from its beginning, for who reads no further than needed; what is no
  /// text is told where it is met.
  ///
  /// @throws FileSystemException with a reason, if it is no file
  public static Reader reader(Path file) throws IOException {
    return new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder());
  }

  /// The bytes of a file.
  ///
  /// @param limit the most there may be
  /// @throws FileSystemException with a reason, if it is too large or no file
  public static byte[] bytes(Path file, int limit) throws IOException {
    return within(file, head(file, limit + 1), limit);
  }

  /// The first bytes of a file.
  ///
  /// @param count how many at most
  /// @throws FileSystemException with a reason, if it is no file
  public static byte[] head(Path file, int count) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(count);
    }
  }

  /// The text of a stream that is no file, such as standard input, within the same bounds.
  ///
  /// @param name how messages call it
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

  /// A plain stream starts sooner than a channel; what it cannot open, the channel tells exactly.
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
