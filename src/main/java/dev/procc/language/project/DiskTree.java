package dev.procc.language.project;

import dev.procc.base.file.InputFile;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.SourceDecoder;
import dev.procc.language.yaml.parse.YamlLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The files of a folder on disk.
public final class DiskTree implements FileTree {
  private static final int MAX_DEPTH = 64;

  private final Path root;

  public DiskTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /// The folder.
  public Path root() {
    return root;
  }

  @Override
  public FileListing list() {
    FolderWalk walk = new FolderWalk();
    walk.visitFolder(root, "", 0);
    Collections.sort(walk.files);
    return new FileListing(walk.files, walk.findings.toList());
  }

  @Override
  public boolean exists(String path) {
    try {
      return Files.isRegularFile(root.resolve(path));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    try {
      Path file = root.resolve(path).normalize();
      Path realRoot = root.toRealPath();
      Path real = file.toRealPath();
      if (!file.startsWith(root) || !real.startsWith(realRoot)) {
        return failure(ProjectCodes.PATH_OUTSIDE_PROJECT, path, "lies outside the project");
      }
      Path inside = realRoot.relativize(real);
      if (!inside.equals(root.relativize(file))
          && !ProjectPaths.isFitTarget(path, inside.toString().replace('\\', '/'))) {
        return failure(
            ProjectCodes.PATH_OUTSIDE_PROJECT,
            path,
            "is a link to a file of another kind, or to one that is skipped");
      }
      if (!Files.isRegularFile(file)) {
        return failure(ProjectCodes.UNREADABLE_FILE, path, "is not a file");
      }
      return SourceDecoder.decode(path, InputFile.head(file, YamlLimits.DEFAULT.maxBytes() + 1));
    } catch (NoSuchFileException gone) {
      return failure(ProjectCodes.FILE_NOT_FOUND, path, "is not there");
    } catch (AccessDeniedException denied) {
      return failure(ProjectCodes.UNREADABLE_FILE, path, "may not be read by this user");
    } catch (InvalidPathException notAPath) {
      return failure(ProjectCodes.FILE_NOT_FOUND, path, "is not a path");
    } catch (IOException | UncheckedIOException fault) {
      return failure(ProjectCodes.UNREADABLE_FILE, path, "cannot be read: " + reason(fault));
    }
  }

  static String reason(Exception fault) {
    String message = fault.getMessage();
    String reason =
        message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    return reason.endsWith(".") || reason.endsWith("!")
        ? reason.substring(0, reason.length() - 1)
        : reason;
  }

  private static Outcome<SourceFile> failure(Code code, String path, String what) {
    return Outcome.failure(finding(code, path, what));
  }

  static Finding finding(Code code, String path, String what) {
    Span at = Span.at(new SourceFile(path, ""), 0);
    return Finding.of(code, at, "\"" + path + "\" " + what);
  }

  /// One pass through the folders.
  private final class FolderWalk {
    final List<String> files = new ArrayList<>();
    final Findings findings = new Findings();
    private final Set<Path> ancestors = new HashSet<>();

    void visitFolder(Path folder, String path, int level) {
      Path real;
      try {
        real = folder.toRealPath();
      } catch (IOException gone) {
        return;
      }
      if (!ancestors.add(real)) {
        findings.add(
            finding(
                ProjectCodes.LINK_LOOP,
                path,
                "leads back to a folder above it; it is not entered"));
        return;
      }
      if (level > MAX_DEPTH) {
        findings.add(
            finding(
                ProjectCodes.UNREADABLE_FILE,
                path,
                "lies more than " + MAX_DEPTH + " folders deep; it is not entered"));
      } else {
        visitEntries(folder, path, level);
      }
      ancestors.remove(real);
    }

    private void visitEntries(Path folder, String path, int level) {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path entry : stream) {
          entries.add(entry);
        }
      } catch (AccessDeniedException denied) {
        findings.add(finding(ProjectCodes.UNREADABLE_FILE, path, "may not be read by this user"));
        return;
      } catch (IOException | DirectoryIteratorException fault) {
        findings.add(
            finding(ProjectCodes.UNREADABLE_FILE, path, "cannot be read: " + reason(fault)));
        return;
      }
      for (Path entry : entries) {
        visitEntry(entry, path, level);
      }
    }

    private void visitEntry(Path entry, String path, int level) {
      String name = entry.getFileName().toString();
      String at = path.isEmpty() ? name : path + "/" + name;
      boolean folder = Files.isDirectory(entry);
      if (folder ? ProjectPaths.isSkippedFolder(name) : !ProjectPaths.isDocumentFile(name)) {
        return;
      }
      if (isMisread(entry, name)) {
        findings.add(
            finding(
                ProjectCodes.UNREADABLE_FILE,
                at,
                "has a name that is not text in this machine's encoding; give it another name"));
        return;
      }
      if (Files.isSymbolicLink(entry) && !isInside(entry)) {
        findings.add(
            finding(
                ProjectCodes.PATH_OUTSIDE_PROJECT,
                at,
                "is a link that leaves the project or leads nowhere"));
        return;
      }
      if (folder) {
        boolean other = Files.isRegularFile(entry.resolve("procc.yaml"), LinkOption.NOFOLLOW_LINKS);
        if (!other) {
          visitFolder(entry, at, level + 1);
        }
      } else {
        files.add(at);
      }
    }

    /// Whether a name was decoded wrongly: no path made of it leads back to the file.
    private static boolean isMisread(Path entry, String name) {
      if (name.indexOf('\uFFFD') < 0) {
        return false;
      }
      try {
        return !entry.equals(entry.resolveSibling(name));
      } catch (InvalidPathException notAPath) {
        return true;
      }
    }

    private boolean isInside(Path link) {
      try {
        return link.toRealPath().startsWith(root.toRealPath());
      } catch (IOException broken) {
        return false;
      }
    }
  }
}
