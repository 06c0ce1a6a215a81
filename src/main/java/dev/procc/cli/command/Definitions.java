package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Option;
import dev.procc.cli.Version;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.Zones;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.Location;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.Selection;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlDocument;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions that a command line speaks of, compiled: the same for every command.
final class Definitions {
  static final String OPERANDS = "[FILE|KEY|GLOB...]";
  static final Option AS_OF =
      Option.value("--as-of", "DATE", "judge the definitions as on DATE, not today")
          .environment("PROCC_AS_OF");
  static final Option VAR = Option.values("--var", "NAME=VALUE", "give a variable a value");
  static final Option VAR_FILE =
      Option.values("--var-file", "FILE", "take values of variables from a YAML file");
  private static final String VARIABLE = "PROCC_VAR_";

  private Definitions() {}

  /// The day of `--as-of`; absent when none was given.
  static @Nullable LocalDate asOf(Call call) throws Failure {
    String given = call.args().value("--as-of", or(call.env().variable("PROCC_AS_OF")));
    if (given.isEmpty()) {
      return null;
    }
    LocalDate date = Scalars.date(given);
    if (date == null) {
      throw Failure.usage("\"" + given + "\" is no date", "write --as-of 2024-12-31");
    }
    return date;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Reads and compiles what the operands select.
  ///
  /// @throws Failure exit 7 when nothing matches a word of the command line
  static Compilation compile(Call call, @Nullable LocalDate asOf) throws Failure {
    return compile(call, asOf, call.operands());
  }

  /// Everything in the project around the current directory; operands mean something else.
  static Compilation compileAll(Call call) throws Failure {
    return compile(call, null, List.of());
  }

  /// The same, judged on the day of `--as-of`, else on today.
  static Compilation compileToday(Call call) throws Failure {
    return compileToday(call, call.operands());
  }

  /// The same of what these words select; of everything where there are none.
  static Compilation compileToday(Call call, List<String> selectors) throws Failure {
    Read read = read(call, selectors);
    LocalDate today = today(call, read.project());
    return Compiler.compile(read.read(), read.selection().instances(), options(call, today));
  }

  /// What these words select; operands mean something else.
  static Compilation compileThese(Call call, List<String> selectors) throws Failure {
    return compile(call, null, selectors);
  }

  /// What a command line selects, read and not compiled.
  ///
  /// @param read the project, and what was found while reading it
  record Read(Outcome<Project> read, Selection selection) {
    Project project() {
      return read.value().orElseThrow();
    }
  }

  private static Compilation compile(Call call, @Nullable LocalDate asOf, List<String> selectors)
      throws Failure {
    Read read = read(call, selectors);
    return Compiler.compile(read.read(), read.selection().instances(), options(call, asOf));
  }

  /// The day of `--as-of`, else today where the project says its days begin (`dates.zone`, UTC
  /// unless written).
  static LocalDate today(Call call, Project project) throws Failure {
    LocalDate given = asOf(call);
    return given != null
        ? given
        : LocalDate.ofInstant(call.env().clock().instant(), Zones.of(project));
  }

  /// The day that a compilation was judged on; where it was on none, what that day would be.
  static LocalDate today(Call call, Compilation compilation) throws Failure {
    LocalDate judged = compilation.asOf();
    return judged != null ? judged : today(call, compilation.project());
  }

  static CompileOptions options(Call call, @Nullable LocalDate asOf) throws Failure {
    return new CompileOptions(call.target(), flags(call), environment(call), files(call), asOf);
  }

  /// Reads the project that a command line speaks of.
  ///
  /// @throws Failure exit 7 when nothing matches a word of the command line
  static Read read(Call call, List<String> selectors) throws Failure {
    Location location = Location.find(call.env().directory(), call.config(), selectors);
    // What is resumed is in the ledger, and may be the removal of the last definition.
    boolean known = Files.isDirectory(location.root().resolve("procc.state"));
    boolean plans = List.of("plan", "apply").contains(call.command()) && selectors.isEmpty();
    boolean mayBeEmpty =
        call.args().has("--allow-empty") || call.args().has("--resume") || known && plans;
    return read(location, new DiskTree(location.root()), mayBeEmpty);
  }

  /// The same from a tree of the root of the location.
  static Read read(Location location, FileTree tree) throws Failure {
    return read(location, tree, /* mayBeEmpty= */ false);
  }

  private static Read read(Location location, FileTree tree, boolean mayBeEmpty) throws Failure {
    Outcome<Project> read = ProjectReader.read(location, tree);
    Project project = read.value().orElseThrow();
    Selection selection = Selection.of(project, location.selectors());
    unmatched(selection, read);
    boolean empty = project.documents().isEmpty() && read.diagnostics().isEmpty();
    if (empty && !mayBeEmpty) {
      throw Failure.nothing(
          "no definitions in " + location.root(), "procc looks for *.process.yaml and the like");
    }
    return new Read(read, selection);
  }

  /// A word that leads nowhere ends the run, unless files could not be read: then it may be theirs.
  private static void unmatched(Selection selection, Outcome<Project> read) throws Failure {
    for (Selection.Unmatched word : selection.unmatched()) {
      if (read.value().orElseThrow().tree().exists(word.selector()) && !read.hasErrors()) {
        throw Failure.nothing(
            "\"" + word.selector() + "\" holds no definition",
            "a document begins with procc: v1 and kind: Process, or another kind");
      }
      boolean ofAFile =
          read.diagnostics().stream()
              .anyMatch(d -> d.span() != null && d.span().file().path().equals(word.selector()));
      if (!ofAFile) {
        throw Failure.nothing(
            "\"" + word.selector() + "\" is no file, no key and no pattern that matches",
            word.hint() == null ? null : "did you mean \"" + word.hint() + "\"?");
      }
    }
  }

  private static Map<String, String> flags(Call call) throws Failure {
    Map<String, String> flags = new LinkedHashMap<>();
    for (String given : call.args().values("--var")) {
      int equals = given.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("\"" + given + "\" is no NAME=VALUE", "write --var threshold=10000");
      }
      flags.put(given.substring(0, equals), given.substring(equals + 1));
    }
    return flags;
  }

  private static Map<String, String> environment(Call call) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : call.env().variables().entrySet()) {
      if (entry.getKey().startsWith(VARIABLE)) {
        values.put(entry.getKey().substring(VARIABLE.length()), entry.getValue());
      }
    }
    return values;
  }

  private static List<Mapping> files(Call call) throws Failure {
    List<Mapping> files = new ArrayList<>();
    for (String given : call.args().values("--var-file")) {
      SourceFile file = new SourceFile(given, call.read(given));
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
  static int complain(Call call, Compilation compilation) {
    return complain(call, compilation.diagnostics());
  }

  /// Shows the errors among findings, and ends the run with exit 3.
  static int complain(Call call, List<Diagnostic> found) {
    List<Diagnostic> errors = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == dev.procc.base.diagnostic.Severity.ERROR) {
        errors.add(diagnostic);
      }
    }
    Findings findings =
        Findings.of(call.command(), Version.PROCC, Exit.FINDINGS, errors).more("procc explain");
    if (call.json()) {
      Emitter json = Emitters.find("json");
      if (json != null) {
        call.print(json.emit(findings, Style.PLAIN));
      }
    } else {
      Emitter text = Emitters.find("text");
      if (text != null) {
        call.env().err().print(text.emit(findings, Style.of(call.colour())));
        call.env().err().flush();
      }
    }
    return Exit.FINDINGS;
  }

  /// Nothing is left to work on.
  static Failure nothing(Compilation compilation) {
    return compilation.skipped().isEmpty()
        ? Failure.nothing("no process was selected", "name a file, a key or key@period")
        : Failure.nothing(
            "only processes of closed periods were selected: "
                + String.join(", ", compilation.skipped()),
            "a closed period is out of reach; set its status to open to work on it");
  }
}
