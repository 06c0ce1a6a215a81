package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.session.ProjectSession;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import dev.procc.language.yaml.SourceDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a lint looks at: the files of the project, one of them perhaps from standard input.
///
/// @param stdin the path that the text of standard input has; absent when it is not read
record LintInput(
    ProjectLocation location, FileTree tree, @Nullable String stdin, CompileOptions options) {
  /// The name of a text that was given none.
  static final String DEFAULT_STDIN_NAME = "stdin.yaml";

  /// What a command line speaks of; `-` is standard input, under the name of `--stdin-filename`.
  static LintInput of(Invocation invocation) throws Failure, IOException {
    CompileOptions options = ProjectSession.options(invocation, ProjectSession.asOf(invocation));
    String name = invocation.args().value("--stdin-filename");
    if (!invocation.operands().contains("-")) {
      if (name != null) {
        throw Failure.usage("--stdin-filename names a text of standard input", "add - to read it");
      }
      ProjectLocation location =
          ProjectLocation.find(
              invocation.env().directory(), invocation.configFile(), invocation.operands());
      return new LintInput(location, new DiskTree(location.root()), null, options);
    }
    if (invocation.operands().size() > 1) {
      throw Failure.usage("- stands alone, one text is read", "leave the other words away");
    }
    Path file =
        invocation.resolve(name == null ? DEFAULT_STDIN_NAME : name).toAbsolutePath().normalize();
    Path folder = file.getParent();
    ProjectLocation found =
        ProjectLocation.find(folder == null ? file : folder, invocation.configFile(), List.of());
    if (!file.startsWith(found.root())) {
      throw Failure.usage("\"" + name + "\" lies outside the project", null);
    }
    String path = found.root().relativize(file).toString().replace('\\', '/');
    FileTree below = new DiskTree(found.root());
    boolean alone = found.config() == null && !below.exists("procc.yaml");
    ProjectLocation location =
        new ProjectLocation(
            found.root(), found.config(), alone ? List.of(path) : List.of(), List.of(path));
    FileTree tree = new StdinOverlayTree(below, path, invocation.env().in().readAllBytes());
    return new LintInput(location, tree, path, options);
  }

  /// Compiles what was asked for.
  ///
  /// @throws Failure exit 7 when nothing matches a word of the command line
  Compilation compile() throws Failure {
    ProjectSession.ReadProject read = ProjectSession.read(location, tree);
    return Compiler.compile(read.read(), read.selection().instances(), options);
  }

  /// Compiles the same with other texts; a word that matches nothing any more is passed over.
  Compilation compile(FileTree other) {
    Outcome<Project> read = ProjectReader.read(location, other);
    Selection selection = Selection.of(read.value().orElseThrow(), location.selectors());
    return Compiler.compile(read, selection.instances(), options);
  }

  /// A tree with bytes laid over one of its files.
  private record StdinOverlayTree(FileTree base, String path, byte[] bytes) implements FileTree {
    @Override
    public FileListing list() {
      FileListing listing = base.list();
      TreeSet<String> files = new TreeSet<>(listing.files());
      files.add(path);
      return new FileListing(List.copyOf(files), listing.findings());
    }

    @Override
    public boolean exists(String other) {
      return other.equals(path) || base.exists(other);
    }

    @Override
    public Outcome<SourceFile> read(String other) {
      return other.equals(path) ? SourceDecoder.decode(path, bytes) : base.read(other);
    }
  }
}
