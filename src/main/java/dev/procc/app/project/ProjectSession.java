package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.git.Git;
import dev.procc.base.git.GitException;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileCache;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectTimeZone;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import dev.procc.language.yaml.SourceDecoder;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An opened project: it is read once, and compiled as often as needed. Every command and host
/// opens projects in this way.
///
/// ```java
/// ProjectSession session = ProjectSession.open(request);
/// Compilation compilation = session.compile(session.today());
/// ```
public final class ProjectSession {
  private static final String VARIABLE_PREFIX = "PROCC_VAR_";
  private final ProjectRequest request;
  private final ProjectLocation location;
  private final Outcome<Project> read;
  private final CompileCache compileCache;

  /// @param compileCache from other versions of the project
  ProjectSession(
      ProjectRequest request,
      ProjectLocation location,
      Outcome<Project> read,
      CompileCache compileCache) {
    this.request = request;
    this.location = location;
    this.read = read;
    this.compileCache = compileCache;
  }

  /// Opens a project.
  ///
  /// @throws Failure if a selector matches nothing, or there is no definition at all
  public static ProjectSession open(ProjectRequest request) throws Failure {
    ProjectSession session = read(request);
    session.checkSelectors();
    if (session.isEmpty() && !session.mayBeEmpty()) {
      throw noDefinitions(session.root().toString());
    }
    return session;
  }

  /// Opens a project that may be empty, and in which the selectors may match nothing.
  ///
  /// @throws Failure if an unsaved text does not belong to a file of the project
  public static ProjectSession read(ProjectRequest request) throws Failure {
    UnsavedText unsaved = request.unsaved();
    if (unsaved != null) {
      return readUnsaved(request, unsaved);
    }
    ProjectLocation location = request.locate();
    return read(request, location, new DiskTree(location.root()));
  }

  /// @param tree of the root of the location, or another version of it
  static ProjectSession read(ProjectRequest request, ProjectLocation location, FileTree tree) {
    Timings.enter(Phase.READ);
    return new ProjectSession(
        request, location, ProjectReader.read(location, tree), new CompileCache());
  }

  private static ProjectSession readUnsaved(ProjectRequest request, UnsavedText unsaved)
      throws Failure {
    Path file = request.host().resolve(unsaved.name()).toAbsolutePath().normalize();
    Path folder = file.getParent();
    ProjectLocation found =
        ProjectLocation.find(folder == null ? file : folder, request.config(), List.of());
    if (!file.startsWith(found.root())) {
      throw Failure.usage("\"" + unsaved.name() + "\" lies outside the project", null);
    }
    String path = found.root().relativize(file).toString().replace('\\', '/');
    FileTree disk = new DiskTree(found.root());
    boolean standalone = found.config() == null && !disk.exists("procc.yaml");
    ProjectLocation location =
        new ProjectLocation(
            found.root(), found.config(), standalone ? List.of(path) : List.of(), List.of(path));
    Outcome<SourceFile> text = SourceDecoder.decode(path, unsaved.bytes());
    return read(request, location, OverlayTree.of(disk, path, text));
  }

  public ProjectRequest request() {
    return request;
  }

  public ProjectLocation location() {
    return location;
  }

  /// The folder to which the project's paths are relative.
  public Path root() {
    return location.root();
  }

  /// The path of the unsaved text in the project; null if there is none.
  public @Nullable String unsavedPath() {
    return request.unsaved() == null ? null : location.selectors().getFirst();
  }

  /// The project, and the findings of reading it.
  public Outcome<Project> outcome() {
    return read;
  }

  public Project project() {
    return read.value().orElseThrow();
  }

  /// The folder of the project in its repository, `fin/close`; empty at its top, or without one.
  /// Unlike the key, no two projects have the same, and an error in the project file leaves it.
  public String place() {
    return placeOf(root());
  }

  /// The path of a folder in its repository.
  public static String placeOf(Path folder) {
    try {
      String prefix = new Git(folder).prefix();
      return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    } catch (GitException noRepository) {
      return "";
    }
  }

  public FileTree tree() {
    return project().tree();
  }

  /// What the selectors match.
  public Selection selection() {
    return Selection.of(project(), location.selectors());
  }

  boolean isEmpty() {
    return project().documents().isEmpty() && read.findings().isEmpty();
  }

  /// Whether the text of an editor or of standard input is blank so far.
  private boolean isBlankText() {
    UnsavedText unsaved = request.unsaved();
    return unsaved != null && new String(unsaved.bytes(), StandardCharsets.UTF_8).isBlank();
  }

  private boolean mayBeEmpty() {
    return isBlankText() || isEmptyAllowed();
  }

  private boolean isEmptyAllowed() {
    return switch (request.emptyProject()) {
      case REFUSED -> false;
      case ALLOWED -> true;
      case ALLOWED_WITH_LEDGER ->
          request.selectors().isEmpty() && Files.isDirectory(root().resolve("procc.state"));
    };
  }

  static Failure noDefinitions(String place) {
    return Failure.noMatch(
        "no definitions in " + place,
        "procc init makes a project; a definition is a YAML file that begins with procc: v1");
  }

  /// Checks that every selector matches something, unless files could not be read, to which it may
  /// refer.
  private void checkSelectors() throws Failure {
    if (isBlankText()) {
      return;
    }
    for (Selection.UnmatchedSelector word : selection().unmatched()) {
      if (tree().exists(word.selector()) && !read.hasErrors()) {
        throw Failure.noMatch(
            "\"" + word.selector() + "\" holds no definition",
            "a document begins with procc: v1 and kind: Process, or another kind");
      }
      if (!isOfFinding(word.selector())) {
        throw unmatched(word);
      }
    }
  }

  private boolean isOfFinding(String path) {
    for (Finding finding : read.findings()) {
      if (finding.span() != null && finding.span().file().path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  static Failure unmatched(Selection.UnmatchedSelector word) {
    return Failure.noMatch(
        "\"" + word.selector() + "\" is not a file, a key or a pattern that matches", word.hint());
  }

  /// The day of a check if the request gives none: today, in the time zone of the project
  /// (`dates.zone`, otherwise UTC).
  public LocalDate today() {
    LocalDate given = request.asOf();
    return given != null ? given : now();
  }

  /// The day it is where the project says its days begin, whatever day the request gives.
  public LocalDate now() {
    return LocalDate.ofInstant(request.host().clock().instant(), zone());
  }

  /// The time zone of the project (`dates.zone`, otherwise UTC).
  public ZoneId zone() {
    return ProjectTimeZone.of(project());
  }

  /// Compiles the selection.
  ///
  /// @param asOf the day of the check; null if there is none
  /// @throws Failure if a file of variables cannot be used
  public Compilation compile(@Nullable LocalDate asOf) throws Failure {
    return compileWith(options(asOf));
  }

  public Compilation compileWith(CompileOptions options) {
    return Compiler.compile(read, selection().instances(), options, compileCache);
  }

  /// Compiles the selection from other files; selectors that no longer match are ignored.
  public Compilation compileTree(FileTree other, CompileOptions options) {
    return other == tree()
        ? compileWith(options)
        : read(request, location, other).compileWith(options);
  }

  /// Lints the selection, for each target if none was requested.
  public TargetLint lint(CompileOptions options) {
    return TargetLint.of(read, selection().instances(), options, new TargetLint.Caches());
  }

  /// Lints the selection from other files that were already compiled for at least one target.
  public TargetLint lintTree(FileTree other, Compilation compiled, CompileOptions options) {
    return TargetLint.isNeeded(compiled, options)
        ? lintTree(other, options)
        : TargetLint.of(compiled);
  }

  /// Lints the selection from other files.
  public TargetLint lintTree(FileTree other, CompileOptions options) {
    return other == tree() ? lint(options) : read(request, location, other).lint(options);
  }

  /// @throws Failure if a file of variables cannot be used
  public CompileOptions options(@Nullable LocalDate asOf) throws Failure {
    return options(request, asOf);
  }

  /// The options of a request whose project has not been read.
  public static CompileOptions options(ProjectRequest request, @Nullable LocalDate asOf)
      throws Failure {
    return new CompileOptions(
        request.target(),
        request.variables().flags(),
        environmentVariables(request),
        variableFiles(request.variables().files()),
        asOf);
  }

  private static Map<String, String> environmentVariables(ProjectRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : request.host().variables().entrySet()) {
      if (entry.getKey().startsWith(VARIABLE_PREFIX)) {
        values.put(entry.getKey().substring(VARIABLE_PREFIX.length()), entry.getValue());
      }
    }
    return values;
  }

  private static List<Mapping> variableFiles(List<SourceFile> files) throws Failure {
    List<Mapping> mappings = new ArrayList<>();
    for (SourceFile file : files) {
      Outcome<List<YamlDocument>> parsed = Yaml.parse(file);
      List<YamlDocument> documents = parsed.value().orElse(List.of());
      if (!parsed.hasErrors() && documents.isEmpty()) {
        continue;
      }
      if (parsed.hasErrors() || documents.size() > 1) {
        throw Failure.error(
            "\"" + file.path() + "\" is not one YAML document" + where(parsed.findings()),
            "it is a mapping, a name and a value a line: threshold: 10000");
      }
      if (!(documents.getFirst().root() instanceof Mapping mapping)) {
        throw Failure.error(
            "\"" + file.path() + "\" is not a mapping of names to values",
            "write a name and a value a line: threshold: 10000");
      }
      mappings.addFirst(mapping);
    }
    return mappings;
  }

  /// `: line 3: A quote is never closed`; empty if there is no error.
  private static String where(List<Finding> findings) {
    for (Finding finding : findings) {
      Span at = finding.span();
      if (finding.severity() == Severity.ERROR) {
        return ": "
            + (at == null ? "" : "line " + at.startPosition().line() + ": ")
            + finding.message();
      }
    }
    return "";
  }

  /// The failure because there is nothing to work on.
  public static Failure noProcesses(Compilation compilation) {
    return compilation.skipped().isEmpty()
        ? Failure.noMatch("no process was selected", "name a file, a key or key@period")
        : Failure.noMatch(
            "only processes of closed periods were selected: "
                + String.join(", ", compilation.skipped()),
            "a closed period is out of reach; set its status to open to work on it");
  }
}
