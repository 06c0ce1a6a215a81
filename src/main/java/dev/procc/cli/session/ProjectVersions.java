package dev.procc.cli.session;

import dev.procc.app.Failure;
import dev.procc.base.finding.Outcome;
import dev.procc.base.git.GitException;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.GitTree;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions of one project: as it lies on disk, as it stood at a commit, another folder.
public final class ProjectVersions {
  private final Invocation invocation;
  private final ProjectLocation location;

  public ProjectVersions(Invocation invocation) {
    this.invocation = invocation;
    this.location =
        ProjectLocation.find(
            invocation.env().directory(), invocation.configFile(), invocation.operands());
  }

  /// A version, read.
  ///
  /// @param label what to call it
  public record ProjectVersion(String label, Outcome<Project> read) {
    public Project project() {
      return read.value().orElseThrow();
    }

    FileTree tree() {
      return project().tree();
    }
  }

  /// The files as they lie on disk.
  public ProjectVersion onDisk(String words) throws Failure {
    return read(words, new DiskTree(location.root()));
  }

  /// A folder, or else a commit.
  ///
  /// @param word a path, or whatever git takes for a commit
  public ProjectVersion open(String word) throws Failure {
    Path folder = folder(word);
    if (folder != null) {
      return read(word, new DiskTree(folder));
    }
    try {
      return read(word, GitTree.open(location.root(), word));
    } catch (GitException e) {
      throw Failure.error(
          e.message(), "name a folder, a branch, a tag or a commit; git fetch brings others here");
    }
  }

  private @Nullable Path folder(String word) {
    try {
      Path path = invocation.resolve(word);
      return Files.isDirectory(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  /// The same project with other files.
  public ProjectVersion read(String words, FileTree tree) throws Failure {
    Outcome<Project> read =
        location.standaloneFiles().isEmpty()
            ? ProjectReader.read(tree)
            : ProjectReader.read(tree, location.standaloneFiles());
    if (read.value().orElseThrow().documents().isEmpty() && read.findings().isEmpty()) {
      throw Failure.noMatch(
          "no definitions in " + words, "procc looks for *.process.yaml and the like");
    }
    return new ProjectVersion(words, read);
  }

  /// What the operands select of two versions; a word may lead to something in one of them only.
  public void checkSelectors(ProjectVersion one, ProjectVersion other) throws Failure {
    Selection here = Selection.of(one.project(), location.selectors());
    Selection there = Selection.of(other.project(), location.selectors());
    List<String> unknown = new ArrayList<>();
    there.unmatched().forEach(word -> unknown.add(word.selector()));
    for (Selection.UnmatchedSelector word : here.unmatched()) {
      if (unknown.contains(word.selector())) {
        throw Failure.noMatch(
            "\"" + word.selector() + "\" is no file, no key and no pattern that matches",
            word.hint() == null ? null : "did you mean \"" + word.hint() + "\"?");
      }
    }
  }

  public Compilation compile(ProjectVersion version, CompileOptions options) {
    List<ProcessInstance> instances =
        Selection.of(version.project(), location.selectors()).instances();
    return Compiler.compile(version.read(), instances, options);
  }
}
