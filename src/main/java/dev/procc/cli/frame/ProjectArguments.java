package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectRequest.EmptyProject;
import dev.procc.app.project.VariableValues;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.yaml.node.ScalarValues;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The request for a project, read from the arguments that select it.
public final class ProjectArguments {
  public static final String OPERANDS = "[FILE|KEY|GLOB...]";
  private static final String REASON_VARIABLE = "PROCC_REASON";
  public static final Option AS_OF =
      Option.value("--as-of", "DATE", "judge the definitions as of DATE, not today")
          .environment("PROCC_AS_OF");
  public static final Option VAR =
      Option.values("--var", "NAME=VALUE", "give a variable a value").completes(ValueKind.VARIABLE);
  public static final Option VAR_FILE =
      Option.values("--var-file", "FILE", "take values of variables from a YAML file");
  public static final Option REASON =
      Option.value("--reason", "TEXT", "why, for the evidence record").environment(REASON_VARIABLE);

  private ProjectArguments() {}

  /// The request for what the operands select.
  public static ProjectRequest request(Invocation invocation) throws Failure {
    return request(invocation, invocation.operands());
  }

  /// The request for what the selectors select, where operands have another meaning; for everything
  /// if there are none.
  public static ProjectRequest request(Invocation invocation, List<String> selectors)
      throws Failure {
    // What is resumed is in the ledger, and may be the removal of the last definition.
    boolean empty = invocation.args().has("--allow-empty") || invocation.args().has("--resume");
    return new ProjectRequest(
        host(invocation),
        invocation.configFile(),
        selectors,
        invocation.targetName(),
        variables(invocation, selectors),
        asOf(invocation),
        empty ? EmptyProject.ALLOWED : EmptyProject.REFUSED,
        null);
  }

  /// The environment, with the reason that the command line gives.
  private static HostEnvironment host(Invocation invocation) throws Failure {
    HostEnvironment host = invocation.env().host();
    if (!invocation.args().has("--reason")) {
      return host;
    }
    String reason = reason(invocation);
    if (reason.isEmpty()) {
      throw Failure.usage("--reason is blank", "say why, or leave it out");
    }
    return host.withVariable(REASON_VARIABLE, reason);
  }

  /// The reason that the command line gives; empty if there is none.
  ///
  /// @throws Failure if it is the word that stands for one in the ways out of a refusal
  public static String reason(Invocation invocation) throws Failure {
    String reason = invocation.args().value("--reason", "").strip();
    if (reason.equals("TEXT")) {
      throw Failure.usage("TEXT stands for your reason", "write it there: --reason \"...\"");
    }
    return reason;
  }

  private static @Nullable LocalDate asOf(Invocation invocation) throws Failure {
    String given = invocation.args().value("--as-of");
    String text = given != null ? given : invocation.env().variable("PROCC_AS_OF");
    if (text == null || text.isEmpty()) {
      return null;
    }
    LocalDate date = ScalarValues.date(text);
    if (date == null) {
      throw Failure.usage("\"" + text + "\" is not a date", "write --as-of YYYY-MM-DD");
    }
    return date;
  }

  private static VariableValues variables(Invocation invocation, List<String> selectors)
      throws Failure {
    List<String> words = invocation.args().values("--var");
    List<String> paths = invocation.args().values("--var-file");
    if (words.isEmpty() && paths.isEmpty()) {
      return VariableValues.NONE;
    }
    Map<String, String> flags = new LinkedHashMap<>();
    for (String given : words) {
      int equals = given.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("\"" + given + "\" is no NAME=VALUE", "write --var threshold=10000");
      }
      flags.put(given.substring(0, equals), given.substring(equals + 1));
    }
    List<SourceFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(
          new SourceFile(pathInProject(invocation, selectors, path), invocation.readFile(path)));
    }
    return new VariableValues(flags, files);
  }

  /// The path of a file of the command line as paths of the project are; absolute outside of it.
  private static String pathInProject(Invocation invocation, List<String> selectors, String given) {
    if (given.equals("-")) {
      return given;
    }
    Path here = invocation.env().directory();
    Path root = ProjectLocation.find(here, invocation.configFile(), selectors).root();
    Path file = invocation.resolve(given).toAbsolutePath().normalize();
    return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
  }

  /// The name of the target, `default` for a project without targets; empty if errors of the
  /// project file hide which is the only one.
  public static String targetName(Invocation invocation, Compilation compilation) {
    TargetDecl target = compilation.target();
    String named = invocation.targetName();
    if (target != null || named != null) {
      return target != null ? target.name().value() : String.valueOf(named);
    }
    Path config = invocation.configFile();
    String file = config == null ? "procc.yaml" : String.valueOf(config.getFileName());
    for (Finding finding : compilation.findings()) {
      Span span = finding.span();
      if (finding.severity() == Severity.ERROR
          && span != null
          && span.file().path().endsWith(file)) {
        return "";
      }
    }
    return "default";
  }
}
