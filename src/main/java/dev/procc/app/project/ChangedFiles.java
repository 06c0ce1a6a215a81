package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.text.ShellWord;
import dev.procc.language.project.DiskTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;

/// Files of a project that are written together: all are checked before the first one is written.
public final class ChangedFiles {
  private static final String MARK = "\uFEFF";

  private ChangedFiles() {}

  /// The path in a project of a file or folder; empty for its root.
  ///
  /// @throws Failure if it is outside the project
  public static String path(Path root, Path file) throws Failure {
    Path top = root.toAbsolutePath().normalize();
    Path inside = file.toAbsolutePath().normalize();
    if (!inside.startsWith(top)) {
      throw Failure.usage("\"" + file + "\" lies outside the project", "name a place below " + top);
    }
    return top.relativize(inside).toString().replace('\\', '/');
  }

  /// @param files by their paths in the project
  /// @param undone what did not happen either if a file cannot be written, as a sentence
  /// @throws Failure if a file changed since it was read, or cannot be written
  public static void write(Path root, Map<String, ChangedFile> files, String undone)
      throws Failure {
    for (Map.Entry<String, ChangedFile> file : files.entrySet()) {
      check(root, file.getKey(), file.getValue());
    }
    for (Map.Entry<String, ChangedFile> file : files.entrySet()) {
      writeFile(root, file.getKey(), file.getValue(), undone);
    }
  }

  private static void check(Path root, String path, ChangedFile file) throws Failure {
    DiskTree disk = new DiskTree(root);
    if (file.before() == null) {
      if (disk.exists(path)) {
        throw Failure.refused(
            "\"" + path + "\" was made meanwhile, and nothing was written",
            "give the same command again");
      }
      return;
    }
    String now = disk.read(path).value().map(text -> text.text()).orElse("");
    if (!now.equals(file.before())) {
      throw Failure.refused(
          "\"" + path + "\" was changed since it was read, and nothing was written",
          "give the same command again");
    }
    try {
      Path at = root.resolve(path);
      if (!at.toRealPath().startsWith(root.toRealPath())) {
        throw Failure.refused(
            "\"" + path + "\" is a link out of the project, and nothing was written",
            "put the file itself there");
      }
      if (!mayWrite(at)) {
        throw Failure.refused(
            "\"" + path + "\" is read-only, and nothing was written",
            "chmod u+w " + ShellWord.quoted(at.toString()));
      }
      mark(at, file.before());
    } catch (IOException e) {
      throw Failure.error("cannot read \"" + path + "\": " + IoMessages.describe(e), null);
    }
  }

  private static boolean mayWrite(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes attributes = view == null ? null : view.readAttributes();
    return Files.isWritable(file)
        && (attributes == null
            || attributes.permissions().contains(PosixFilePermission.OWNER_WRITE));
  }

  /// The byte order mark at the start of a file; empty if there is none.
  ///
  /// @throws Failure if the file contains anything but its text
  private static String mark(Path file, String text) throws IOException, Failure {
    byte[] bytes = InputFile.bytes(file, InputFile.TEXT_LIMIT);
    for (String mark : new String[] {"", MARK}) {
      if (Arrays.equals(bytes, (mark + text).getBytes(StandardCharsets.UTF_8))) {
        return mark;
      }
    }
    throw Failure.refused(
        "\"" + file.getFileName() + "\" is not all UTF-8 text, and nothing was written",
        "save it as UTF-8, without control characters");
  }

  private static void writeFile(Path root, String path, ChangedFile file, String undone)
      throws Failure {
    Path at = root.resolve(path);
    try {
      if (file.before() == null) {
        OutputFile.writeNew(at, file.after(), OutputFile.Readers.UMASK);
      } else {
        OutputFile.write(at, mark(at, file.before()) + file.after(), OutputFile.Readers.UMASK);
      }
    } catch (IOException e) {
      throw Failure.error(
          "cannot write \"" + path + "\": " + IoMessages.describe(e),
          undone + "; correct that, then give the same command again");
    }
  }
}
