package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import java.util.List;

/// The files of a project: a folder on disk, one with unsaved texts of an editor, or a commit of
/// git.
///
/// Paths are relative to the root of the project, with `/` between their parts. No file outside the
/// root can be read through a tree, whatever links there are.
public interface FileTree {
  /// The result of listing a tree.
  ///
  /// @param files paths, sorted
  /// @param findings about folders that could not be read and links that form a cycle
  record FileListing(List<String> files, List<Finding> findings) {
    public FileListing {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }
  }

  /// Lists the files that may belong to the project: none in folders that begin with a dot, in
  /// `node_modules` and `procc.state`, or in a folder that is a project of its own.
  FileListing list();

  /// Whether there is a file with a path.
  boolean exists(String path);

  /// The text of a file, decoded strictly; no value if it is missing, not readable, too large or
  /// not text.
  Outcome<SourceFile> read(String path);
}
