package dev.procc.cli.session;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectTimeZone;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions that a command line speaks of, compiled: the same for every command.
public final class ProjectSession {
  public static final String OPERANDS = "[FILE|KEY|GLOB...]";
  public static final Option AS_OF =
      Option.value("--as-of", "DATE", "judge the definitions as on DATE, not today")
          .environment("PROCC_AS_OF");
  public static final Option VAR = Option.values("--var", "NAME=VALUE", "give a variable a value");
  public static final Option VAR_FILE =
      Option.values("--var-file", "FILE", "take values of variables from a YAML file");
  private static final String VARIABLE_PREFIX = "PROCC_VAR_";

  private ProjectSession() {}

  /// The day of `--as-of`; absent when none was given.
  public static @Nullable LocalDate asOf(Invocation invocation) throws Failure {
    String given =
        invocation.args().value("--as-of", orEmpty(invocation.env().variable("PROCC_AS_OF")));
    if (given.isEmpty()) {
      return null;
    }
    LocalDate date = ScalarValues.date(given);
    if (date == null) {
      throw Failure.usage("\"" + given + "\" is no date", "write --as-of 2024-12-31");
    }
    return date;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Reads and compiles what the operands select.
  ///
  /// @throws Failure exit 7 when nothing matches a word of the command line
  public static Compilation compile(Invocation invocation, @Nullable LocalDate asOf)
      throws Failure {
    return compile(invocation, asOf, invocation.operands());
  }

  /// Everything in the project around the current directory; operands mean something else.
  public static Compilation compileAll(Invocation invocation) throws Failure {
    return compile(invocation, null, List.of());
  }

  /// The same, judged on the day of `--as-of`, else on today.
  public static Compilation compileToday(Invocation invocation) throws Failure {
    return compileToday(invocation, invocation.operands());
  }

  /// The same of what these words select; of everything where there are none.
  public static Compilation compileToday(Invocation invocation, List<String> selectors)
      throws Failure {
    ReadProject read = read(invocation, selectors);
    LocalDate today = today(invocation, read.project());
    return Compiler.compile(read.read(), read.selection().instances(), options(invocation, today));
  }

  /// What these words select; operands mean something else.
  public static Compilation compileSelected(Invocation invocation, List<String> selectors)
      throws Failure {
    return compile(invocation, null, selectors);
  }

  /// What a command line selects, read and not compiled.
  ///
  /// @param read the project, and what was found while reading it
  public record ReadProject(Outcome<Project> read, Selection selection) {
    Project project() {
      return read.value().orElseThrow();
    }
  }

  private static Compilation compile(
      Invocation invocation, @Nullable LocalDate asOf, List<String> selectors) throws Failure {
    ReadProject read = read(invocation, selectors);
    return Compiler.compile(read.read(), read.selection().instances(), options(invocation, asOf));
  }

  /// The day of `--as-of`, else today where the project says its days begin (`dates.zone`, UTC
  /// unless written).
  public static LocalDate today(Invocation invocation, Project project) throws Failure {
    LocalDate given = asOf(invocation);
    return given != null
        ? given
        : LocalDate.ofInstant(invocation.env().clock().instant(), ProjectTimeZone.of(project));
  }

  /// The day that a compilation was judged on; where it was on none, what that day would be.
  public static LocalDate today(Invocation invocation, Compilation compilation) throws Failure {
    LocalDate judged = compilation.asOf();
    return judged != null ? judged : today(invocation, compilation.project());
  }

  public static CompileOptions options(Invocation invocation, @Nullable LocalDate asOf)
      throws Failure {
    return new CompileOptions(
        invocation.targetName(),
        variableFlags(invocation),
        environmentVariables(invocation),
        variableFiles(invocation),
        asOf);
  }

  /// Reads the project that a command line speaks of.
  ///
  /// @throws Failure exit 7 when nothing matches a word of the command line
  static ReadProject read(Invocation invocation, List<String> selectors) throws Failure {
    ProjectLocation location =
        ProjectLocation.find(invocation.env().directory(), invocation.configFile(), selectors);
    // What is resumed is in the ledger, and may be the removal of the last definition.
    boolean known = Files.isDirectory(location.root().resolve("procc.state"));
    boolean plans = List.of("plan", "apply").contains(invocation.command()) && selectors.isEmpty();
    boolean mayBeEmpty =
        invocation.args().has("--allow-empty")
            || invocation.args().has("--resume")
            || known && plans;
    return read(location, new DiskTree(location.root()), mayBeEmpty);
  }

  /// The same from a tree of the root of the location.
  public static ReadProject read(ProjectLocation location, FileTree tree) throws Failure {
    return read(location, tree, /* mayBeEmpty= */ false);
  }

  private static ReadProject read(ProjectLocation location, FileTree tree, boolean mayBeEmpty)
      throws Failure {
    Outcome<Project> read = ProjectReader.read(location, tree);
    Project project = read.value().orElseThrow();
    Selection selection = Selection.of(project, location.selectors());
    checkUnmatched(selection, read);
    boolean empty = project.documents().isEmpty() && read.findings().isEmpty();
    if (empty && !mayBeEmpty) {
      throw Failure.noMatch(
          "no definitions in " + location.root(), "procc looks for *.process.yaml and the like");
    }
    return new ReadProject(read, selection);
  }

  /// A word that leads nowhere ends the run, unless files could not be read: then it may be theirs.
  private static void checkUnmatched(Selection selection, Outcome<Project> read) throws Failure {
    for (Selection.UnmatchedSelector word : selection.unmatched()) {
      if (read.value().orElseThrow().tree().exists(word.selector()) && !read.hasErrors()) {
        throw Failure.noMatch(
            "\"" + word.selector() + "\" holds no definition",
            "a document begins with procc: v1 and kind: Process, or another kind");
      }
      boolean ofAFile =
          read.findings().stream()
              .anyMatch(d -> d.span() != null && d.span().file().path().equals(word.selector()));
      if (!ofAFile) {
        throw Failure.noMatch(
            "\"" + word.selector() + "\" is no file, no key and no pattern that matches",
            word.hint() == null ? null : "did you mean \"" + word.hint() + "\"?");
      }
    }
  }

  private static Map<String, String> variableFlags(Invocation invocation) throws Failure {
    Map<String, String> flags = new LinkedHashMap<>();
    for (String given : invocation.args().values("--var")) {
      int equals = given.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("\"" + given + "\" is no NAME=VALUE", "write --var threshold=10000");
      }
      flags.put(given.substring(0, equals), given.substring(equals + 1));
    }
    return flags;
  }

  private static Map<String, String> environmentVariables(Invocation invocation) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : invocation.env().variables().entrySet()) {
      if (entry.getKey().startsWith(VARIABLE_PREFIX)) {
        values.put(entry.getKey().substring(VARIABLE_PREFIX.length()), entry.getValue());
      }
    }
    return values;
  }

  private static List<Mapping> variableFiles(Invocation invocation) throws Failure {
    List<Mapping> files = new ArrayList<>();
    for (String given : invocation.args().values("--var-file")) {
      SourceFile file = new SourceFile(given, invocation.readFile(given));
      Outcome<List<YamlDocument>> parsed = Yaml.parse(file);
      List<YamlDocument> documents = parsed.value().orElse(List.of());
      if (parsed.hasErrors() || documents.size() != 1) {
        throw Failure.error("\"" + given + "\" is not one YAML document", "procc lint " + given);
      }
      if (!(documents.getFirst().root() instanceof Mapping mapping)) {
        throw Failure.error("\"" + given + "\" is no mapping of names to values", null);
      }
      files.addFirst(mapping);
    }
    return files;
  }

  /// Shows the findings that keep a command from going on, and ends it with exit 3.
  public static int reportErrors(Invocation invocation, Compilation compilation) {
    return reportErrors(invocation, compilation.findings());
  }

  /// Shows the errors among findings, and ends the run with exit 3.
  public static int reportErrors(Invocation invocation, List<Finding> found) {
    List<Finding> errors = new ArrayList<>();
    for (Finding finding : found) {
      if (finding.severity() == dev.procc.base.finding.Severity.ERROR) {
        errors.add(finding);
      }
    }
    FindingsReport findings =
        FindingsReport.of(invocation.command(), Version.PROCC, ExitCode.FINDINGS, errors)
            .more("procc explain");
    if (invocation.isJson()) {
      Emitter json = Emitters.find("json");
      if (json != null) {
        invocation.print(json.emit(findings, Style.PLAIN));
      }
    } else {
      Emitter text = Emitters.find("text");
      if (text != null) {
        invocation.env().err().print(text.emit(findings, Style.of(invocation.usesColour())));
        invocation.env().err().flush();
      }
    }
    return ExitCode.FINDINGS;
  }

  /// Nothing is left to work on.
  public static Failure noProcesses(Compilation compilation) {
    return compilation.skipped().isEmpty()
        ? Failure.noMatch("no process was selected", "name a file, a key or key@period")
        : Failure.noMatch(
            "only processes of closed periods were selected: "
                + String.join(", ", compilation.skipped()),
            "a closed period is out of reach; set its status to open to work on it");
  }
}
