package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.Origin;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.Variable;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.view.report.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc vars`: every variable with its value, its type and where the value came from.
final class VarsCommand implements Command {
  @Override
  public String name() {
    return "vars";
  }

  @Override
  public String summary() {
    return "show variables: value, type, origin";
  }

  @Override
  public Group group() {
    return Group.WRITE;
  }

  @Override
  public Options options() {
    return Options.of(Definitions.VAR, Definitions.VAR_FILE)
        .formats("text", "json")
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
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
  public int run(Call call) throws Failure {
    Compilation compilation = Definitions.compile(call, null);
    List<Json> processes = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      List<Json> rows = new ArrayList<>();
      if (!call.json()) {
        call.println(process.identity());
      }
      for (Variable variable : process.variables().list()) {
        Node value = variable.value();
        String shown = value == null ? "(no value)" : shown(value);
        String from = value == null ? "" : from(value.origin());
        if (!call.json()) {
          call.println(
              "  "
                  + variable.name()
                  + " = "
                  + Columns.shown(shown)
                  + "   "
                  + variable.declaration().type()
                  + (from.isEmpty() ? "" : ", " + from));
        }
        rows.add(row(variable, value, from));
      }
      if (!call.json() && rows.isEmpty()) {
        call.println("  no variables");
      }
      processes.add(
          Json.object()
              .put("identity", process.identity())
              .put("variables", Json.array(rows))
              .build());
    }
    if (processes.isEmpty()) {
      return compilation.hasErrors() ? Definitions.complain(call, compilation) : none(compilation);
    }
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("processes", Json.array(processes)).build());
    }
    return Exit.OK;
  }

  private static int none(Compilation compilation) throws Failure {
    throw Definitions.nothing(compilation);
  }

  private static Json row(Variable variable, @Nullable Node value, String from) {
    List<Json> others = new ArrayList<>();
    variable.others().forEach(origin -> others.add(Json.of(from(origin))));
    return Json.object()
        .put("name", variable.name())
        .put("type", variable.declaration().type())
        .put("value", value == null ? Json.NULL : Json.of(shown(value)))
        .put("origin", from)
        .put("over", Json.array(others))
        .build();
  }

  private static String from(Origin origin) {
    return switch (origin.layer()) {
      case FLAG, ENVIRONMENT -> origin.layer().words() + " " + origin.span().file().path();
      default -> origin.layer().words() + " " + origin.span().line();
    };
  }

  private static String shown(Node value) {
    if (value instanceof Scalar scalar) {
      return scalar.value();
    }
    String text = value.span().text().strip().replaceAll("\\s+", " ");
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
