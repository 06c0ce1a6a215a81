package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.variables.Variable;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.view.text.TerminalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc vars`: every variable with its value, its type and where the value came from.
public final class VarsCommand implements Command {
  @Override
  public String name() {
    return "vars";
  }

  @Override
  public String summary() {
    return "show variables: value, type, origin";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.WRITE;
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.VAR, ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    A value on the command line wins over the environment (PROCC_VAR_NAME), that over --var-file,
    that over the period, that over the target, that over the default.

    Examples:
      procc vars close@2024-Q4
      procc vars --var threshold=20000 --format json
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    Compilation compilation =
        ProjectSession.open(ProjectArguments.request(invocation)).compile(null);
    List<Json> processes = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      List<Json> rows = new ArrayList<>();
      if (!invocation.isJson()) {
        invocation.println(process.identity());
      }
      for (Variable variable : process.variables().toList()) {
        YamlNode value = variable.value();
        String shown = value == null ? "(no value)" : shown(value);
        String from = value == null ? "" : originText(value.origin());
        if (!invocation.isJson()) {
          invocation.println(
              "  "
                  + variable.name()
                  + " = "
                  + TerminalText.sanitize(shown)
                  + "   "
                  + variable.declaration().type()
                  + (from.isEmpty() ? "" : ", " + from));
        }
        rows.add(row(variable, value, from));
      }
      if (!invocation.isJson() && rows.isEmpty()) {
        invocation.println("  no variables");
      }
      processes.add(
          Json.object()
              .put("identity", process.identity())
              .put("variables", Json.array(rows))
              .build());
    }
    if (processes.isEmpty()) {
      return compilation.hasErrors()
          ? FindingsPrinter.printErrors(invocation, compilation.findings())
          : noProcesses(compilation);
    }
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("processes", Json.array(processes)).build());
    }
    return ExitCode.OK;
  }

  private static int noProcesses(Compilation compilation) throws Failure {
    throw ProjectSession.noProcesses(compilation);
  }

  private static Json row(Variable variable, @Nullable YamlNode value, String from) {
    List<Json> others = new ArrayList<>();
    variable.overridden().forEach(origin -> others.add(Json.of(originText(origin))));
    return Json.object()
        .put("name", variable.name())
        .put("type", variable.declaration().type())
        .put("value", value == null ? Json.NULL : Json.of(shown(value)))
        .put("origin", from)
        .put("over", Json.array(others))
        .build();
  }

  private static String originText(Origin origin) {
    return switch (origin.layer()) {
      case FLAG, ENVIRONMENT -> origin.layer().label() + " " + origin.span().file().path();
      default -> origin.layer().label() + " " + origin.span().pathAndLine();
    };
  }

  private static String shown(YamlNode value) {
    if (value instanceof Scalar scalar) {
      return scalar.value();
    }
    String text = value.span().text().strip().replaceAll("\\s+", " ");
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
