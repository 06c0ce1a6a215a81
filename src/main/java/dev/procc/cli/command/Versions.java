package dev.procc.cli.command;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.git.GitException;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.GitTree;
import dev.procc.language.project.Instance;
import dev.procc.language.project.Location;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions of one project: as it lies on disk, as it stood at a commit, another folder.
final class Versions {
  private final Call call;
  private final Location location;

  Versions(Call call) {
    this.call = call;
    this.location = Location.find(call.env().directory(), call.config(), call.operands());
  }

  /// A version, read.
  ///
  /// @param words what to call it
  record Version(String words, Outcome<Project> read) {
    Project project() {
      return read.value().orElseThrow();
    }

    FileTree tree() {
      return project().tree();
    }
  }

  /// The files as they lie on disk.
  Version onDisk(String words) throws Failure {
    return read(words, new DiskTree(location.root()));
  }

  /// A folder, or else a commit.
  ///
  /// @param word a path, or whatever git takes for a commit
  Version named(String word) throws Failure {
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
      Path path = call.path(word);
      return Files.isDirectory(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  /// The same project with other files.
  Version read(String words, FileTree tree) throws Failure {
    Outcome<Project> read =
        location.alone().isEmpty()
            ? ProjectReader.read(tree)
            : ProjectReader.read(tree, location.alone());
    if (read.value().orElseThrow().documents().isEmpty() && read.diagnostics().isEmpty()) {
      throw Failure.nothing(
          "no definitions in " + words, "procc looks for *.process.yaml and the like");
    }
    return new Version(words, read);
  }

  /// What the operands select of two versions; a word may lead to something in one of them only.
  void known(Version one, Version other) throws Failure {
    Selection here = Selection.of(one.project(), location.selectors());
    Selection there = Selection.of(other.project(), location.selectors());
    List<String> unknown = new ArrayList<>();
    there.unmatched().forEach(word -> unknown.add(word.selector()));
    for (Selection.Unmatched word : here.unmatched()) {
      if (unknown.contains(word.selector())) {
        throw Failure.nothing(
            "\"" + word.selector() + "\" is no file, no key and no pattern that matches",
            word.hint() == null ? null : "did you mean \"" + word.hint() + "\"?");
      }
    }
  }

  Compilation compile(Version version, CompileOptions options) {
    List<Instance> instances = Selection.of(version.project(), location.selectors()).instances();
    return Compiler.compile(version.read(), instances, options);
  }
}
