package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import java.util.List;

/// The files of a project: a folder on disk, the same with unsaved texts of an editor, a commit of
/// git.
///
/// Paths are relative to the root of the project, with `/` between their parts. No file outside the
/// root can be read through a tree, whatever links there are.
public interface FileTree {
  /// The result of a walk through a tree.
  ///
  /// @param files paths, sorted
  /// @param findings folders that could not be entered, links that lead in circles
  record FileListing(List<String> files, List<Finding> findings) {
    public FileListing {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }
  }

  /// Every file that may be part of the project: not in folders that begin with a dot, nor in
  /// `node_modules` and `procc.state`, nor in a folder that is a project of its own.
  FileListing list();

  /// Whether there is a file of that path.
  boolean exists(String path);

  /// The text of a file, decoded strictly; no value when it is not there, not readable, too large
  /// or no text.
  Outcome<SourceFile> read(String path);
}
