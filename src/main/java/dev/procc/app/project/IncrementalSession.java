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

/// A project that is read and compiled repeatedly while its texts change.
///
/// Its results equal those of [ProjectSession] for the same texts. For use by one thread at a time.
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

  /// The location of the project.
  public ProjectLocation location() {
    return location;
  }

  /// Reads the project from a tree.
  public Outcome<Project> read(FileTree tree) {
    readCache.begin();
    return ProjectReader.read(location, tree, readCache);
  }

  /// Compiles everything that was read.
  ///
  /// @throws Failure if a file of variables cannot be used
  public Compilation compile(Outcome<Project> read) throws Failure {
    return Compiler.compile(read, read.value().orElseThrow().instances(), options(), compileCache);
  }

  /// Lints everything that was read, for each target if none was requested.
  ///
  /// @param compiled the compilation of it
  /// @throws Failure if a file of variables cannot be used
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

  /// Lints other texts, without keeping the result.
  ///
  /// @throws Failure if a file of variables cannot be used
  public TargetLint lintAnew(FileTree tree) throws Failure {
    return ProjectSession.read(request, location, tree).lint(options());
  }
}
