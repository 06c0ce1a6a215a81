package dev.procc.testing;

import dev.procc.base.finding.Outcome;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import java.time.LocalDate;

/// Compilations of all process instances of a project.
public final class Compilations {
  private Compilations() {}

  /// The compilation of the project in a tree, with default options.
  public static Compilation of(FileTree tree) {
    return of(ProjectReader.read(tree), CompileOptions.defaults());
  }

  /// The compilation of the project in a tree as of a day.
  public static Compilation of(FileTree tree, LocalDate asOf) {
    return of(ProjectReader.read(tree), CompileOptions.defaults().withAsOf(asOf));
  }

  /// The compilation of a project that was read.
  public static Compilation of(Outcome<Project> read, CompileOptions options) {
    return Compiler.compile(read, read.value().orElseThrow().instances(), options);
  }
}
