package dev.procc.testing;

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
import dev.procc.language.project.SharedTexts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

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

  /// The compilation of a project after reading.
  public static Compilation of(Outcome<Project> read, CompileOptions options) {
    return Compiler.compile(read, read.value().orElseThrow().instances(), options);
  }

  /// A function that compiles one version of a project after the other and makes what two of them
  /// share only once.
  public static Function<FileTree, Compilation> sharing() {
    return sharing(CompileOptions.defaults());
  }

  /// The same with other options.
  public static Function<FileTree, Compilation> sharing(CompileOptions options) {
    SharedTexts texts = new SharedTexts();
    ReadCache files = new ReadCache();
    CompileCache processes = new CompileCache();
    ProjectLocation location = new ProjectLocation(Path.of(""), null, List.of(), List.of());
    return tree -> {
      files.begin();
      Outcome<Project> read = ProjectReader.read(location, texts.share(tree), files);
      return Compiler.compile(read, read.value().orElseThrow().instances(), options, processes);
    };
  }
}
