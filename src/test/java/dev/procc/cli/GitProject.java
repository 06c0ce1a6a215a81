package dev.procc.cli;

import dev.procc.base.git.PlainGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A git repository with a project whose process has one task.
record GitProject(Path folder) {
  /// A project in a repository of its own, on the branch `main`, without any commit.
  static GitProject create(Path folder) throws IOException, InterruptedException {
    GitProject project = new GitProject(Files.createDirectories(folder));
    project.git("init", "-q", "-b", "main");
    return project;
  }

  String git(String... words) throws IOException, InterruptedException {
    return PlainGit.run(folder, words);
  }

  /// Writes a file and creates its folders.
  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// Writes a process.
  ///
  /// @param path `finance/close` for the process `close` in a folder
  /// @param title the title of its task, as a YAML scalar; further lines may follow it
  void writeProcess(String path, String title) throws IOException {
    write(
        path + ".process.yaml",
        """
        procc: v1
        kind: Process
        key: %s
        name: Close
        dueDate: 2025-01-15
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        root:
          name: Work
          parallel: false
          children:
            - sendTask: t
              title: %s
              assignee: { id: u1, type: user }
              dueDate: 2024-12-13
        """
            .formatted(path.substring(path.lastIndexOf('/') + 1), title));
  }

  /// Commits all files.
  String commit(String message) throws IOException, InterruptedException {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return git("rev-parse", "HEAD");
  }
}
