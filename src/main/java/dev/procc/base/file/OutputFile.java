package dev.procc.base.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The one way in which files are written.
///
/// A file is replaced as a whole: the text goes into a new file with a random name in the same
/// folder, is flushed to the disk, and is then moved over the old file. Links that lead out of a
/// working tree are refused.
public final class OutputFile {
  /// The readers of a file.
  public enum Readers {
    /// The permissions that the file had; for a new file, those of the caller's umask.
    UMASK,

    /// Only the owner can read it: plans, ledgers, evidence.
    OWNER
  }

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

  private OutputFile() {}

  /// Writes UTF-8 text in place of the file's old text; missing folders are created.
  ///
  /// @throws FileSystemException with a reason, if a link leads out of the working tree or
  ///   something other than a file is there; the old file is then unchanged
  public static void write(Path file, String text, Readers readers) throws IOException {
    Path real = LinkCheck.resolve(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isDirectory(real)) {
      throw new FileSystemException(file.toString(), null, "it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(real)) {
      if (LinkCheck.isInWorkingTree(real)) {
        throw new FileSystemException(file.toString(), null, "it is not a regular file");
      }
      Files.write(file, bytes); // a pipe or a device: there is nothing to replace
      return;
    }
    makeFolder(real.getParent());
    Path part = temporary(real);
    try {
      create(part, bytes, readers);
      if (readers == Readers.UMASK) {
        copyRights(real, part);
      }
      move(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
    flushFolder(real.getParent());
  }

  /// Writes UTF-8 text as a new file; missing folders are created. The file has its name when all
  /// of it is on the disk.
  ///
  /// @throws FileAlreadyExistsException if there is one
  public static void writeNew(Path file, String text, Readers readers) throws IOException {
    Path real = LinkCheck.resolve(file);
    if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    makeFolder(real.getParent());
    Path part = temporary(real);
    try {
      create(part, text.getBytes(StandardCharsets.UTF_8), readers);
      moveNew(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
    flushFolder(real.getParent());
  }

  /// The real path of a folder to write in, which is created if it is missing.
  ///
  /// @throws java.nio.file.FileSystemException if a link of a working tree leads out of it
  public static Path folder(Path folder) throws IOException {
    Path real = LinkCheck.resolve(folder);
    makeFolder(real);
    return real;
  }

  /// Deletes a file; of a link, the link itself.
  ///
  /// @return whether it was there
  public static boolean delete(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path real = folder == null ? file : LinkCheck.resolve(folder).resolve(file.getFileName());
    boolean deleted = Files.deleteIfExists(real);
    if (deleted) {
      flushFolder(real.getParent());
    }
    return deleted;
  }

  private static Path temporary(Path real) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return real.resolveSibling("." + real.getFileName() + "." + random + ".part");
  }

  private static void create(Path file, byte[] bytes, Readers readers) throws IOException {
    FileAttribute<?>[] rights =
        readers == Readers.OWNER && hasRights(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, CREATE, rights)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException fault) {
      Files.deleteIfExists(file);
      throw fault;
    }
  }

  private static boolean hasRights(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Gives a file the owner, if this user may, and the permissions of another one.
  private static void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.exists(from)) {
      return;
    }
    PosixFileAttributes rights = Files.readAttributes(from, PosixFileAttributes.class);
    try {
      if (!view.getOwner().equals(rights.owner())) {
        view.setOwner(rights.owner());
      }
      if (!view.readAttributes().group().equals(rights.group())) {
        view.setGroup(rights.group());
      }
    } catch (IOException notAllowed) {
      // It then belongs to this user, as any new file does.
    }
    view.setPermissions(rights.permissions());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Replaces no file: not even one that came just now, where the file system has hard links.
  private static void moveNew(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException | UnsupportedOperationException noHardLinks) {
      Files.move(from, to);
    }
  }

  private static void makeFolder(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    makeFolder(folder.getParent());
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw new NotDirectoryException(folder.toString());
      }
    }
    flushFolder(folder.getParent());
  }

  /// Flushes a folder, so that the new name of a file survives a crash. Windows cannot open a
  /// folder, and does not need this.
  private static void flushFolder(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException notOpened) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }
}
