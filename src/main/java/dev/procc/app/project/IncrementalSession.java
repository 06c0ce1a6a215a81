package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.finding.Outcome;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileCache;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.ReadCache;
import org.jspecify.annotations.Nullable;

/// A project that is read and compiled again and again while its texts change.
///
/// What it gives is what [ProjectSession] gives of the same texts. One thread at a time.
public final class IncrementalSession {
  private final ProjectRequest request;
  private final ProjectLocation location;
  private final ReadCache readCache = new ReadCache();
  private final CompileCache compileCache = new CompileCache();
  private final TargetLint.Caches lintCaches = new TargetLint.Caches();
  private @Nullable CompileOptions options;

  public IncrementalSession(ProjectRequest request, ProjectLocation location) {
    this.request = request;
    this.location = location;
  }

  /// Where the project is.
  public ProjectLocation location() {
    return location;
  }

  /// Reads the project as it is in a tree.
  public Outcome<Project> read(FileTree tree) {
    readCache.begin();
    return ProjectReader.read(location, tree, readCache);
  }

  /// Compiles all of what was read.
  ///
  /// @throws Failure if a file of variables cannot be taken
  public Compilation compile(Outcome<Project> read) throws Failure {
    return Compiler.compile(read, read.value().orElseThrow().instances(), options(), compileCache);
  }

  /// The same for each target, where none was asked for.
  ///
  /// @param compiled what all of it was compiled to
  /// @throws Failure if a file of variables cannot be taken
  public TargetLint lint(Outcome<Project> read, Compilation compiled) throws Failure {
    return TargetLint.isNeeded(compiled, options())
        ? TargetLint.of(read, read.value().orElseThrow().instances(), options(), lintCaches)
        : TargetLint.of(compiled);
  }

  private CompileOptions options() throws Failure {
    CompileOptions known = options;
    if (known == null) {
      known = ProjectSession.options(request, request.asOf());
      options = known;
    }
    return known;
  }

  /// Lints other texts, of which nothing is kept.
  ///
  /// @throws Failure if a file of variables cannot be taken
  public TargetLint lintAnew(FileTree tree) throws Failure {
    return ProjectSession.read(request, location, tree).lint(options());
  }
}
