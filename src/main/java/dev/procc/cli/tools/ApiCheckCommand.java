package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.language.schema.OpenApiComparison;
import dev.procc.view.schema.OpenApiText;

/// `procc api-check`: compares an OpenAPI file of the API with what procc knows about it.
public final class ApiCheckCommand extends Command {
  public ApiCheckCommand() {
    super(
        CommandGroup.TOOLS,
        "api-check",
        "compare an OpenAPI file of the API with what procc knows");
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json").operands("FILE", 1, 1);
  }

  @Override
  public String details() {
    return """
    procc knows the API from its public pages. FILE is an OpenAPI description of it, JSON or YAML.
    Each operation, field and path of a PATCH that only one of them has is named, and each field
    that is of another type or required by one only. Exit 2 when there is any.

    Examples:
      procc api-check openapi.yaml
      procc api-check openapi.json --format json
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    String name = invocation.operands().getFirst();
    Json.Obj document =
        OpenApiComparison.read(new SourceFile(name, invocation.readFile(name)))
            .value()
            .orElseThrow(() ->
                Failure.error(
                    "\"" + name + "\" is no OpenAPI description",
                    "it has no components.schemas that could be read"));
    OpenApiComparison comparison = OpenApiComparison.of(document);
    int exit = comparison.differences().isEmpty() ? ExitCode.OK : ExitCode.CHANGES;
    if (invocation.isJson()) {
      invocation.print(exit, OpenApiText.json(comparison));
    } else {
      invocation.print(OpenApiText.render(comparison));
    }
    return exit;
  }
}
