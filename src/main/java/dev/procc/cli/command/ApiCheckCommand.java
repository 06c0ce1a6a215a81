package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.language.schema.ApiComparison;
import dev.procc.language.schema.ApiDifference;
import java.util.ArrayList;
import java.util.List;

/// `procc api-check`: an OpenAPI file of the API against what procc knows of it.
final class ApiCheckCommand implements Command {
  @Override
  public String name() {
    return "api-check";
  }

  @Override
  public String summary() {
    return "compare an OpenAPI file of the API with what procc knows";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
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
  public int run(Call call) throws Failure {
    String name = call.operands().getFirst();
    Json.Obj document =
        ApiComparison.read(new SourceFile(name, call.read(name)))
            .value()
            .orElseThrow(() ->
                Failure.error(
                    "\"" + name + "\" is no OpenAPI description",
                    "it has no components.schemas that could be read"));
    ApiComparison comparison = ApiComparison.of(document);
    int exit = comparison.differences().isEmpty() ? Exit.OK : Exit.CHANGES;
    if (call.json()) {
      call.print(exit, json(comparison));
    } else {
      call.print(text(comparison));
    }
    return exit;
  }

  private static String text(ApiComparison comparison) {
    StringBuilder out = new StringBuilder();
    for (ApiDifference one : comparison.differences()) {
      out.append(one.place()).append(": ").append(words(one)).append('\n');
    }
    int count = comparison.differences().size();
    out.append(count == 0 ? "" : "\n").append(count);
    out.append(count == 1 ? " difference. " : " differences. ");
    out.append("Fields compared: ").append(comparison.compared());
    out.append("; guesses confirmed: ").append(comparison.confirmed().size()).append('\n');
    return out.toString();
  }

  private static String words(ApiDifference one) {
    return switch (one.kind()) {
      case MISSING -> "procc knows " + one.table() + ", the file has " + one.file();
      case UNCONFIRMED -> "procc guesses " + one.table() + ", the file has " + one.file();
      case UNKNOWN -> "procc knows " + one.table() + ", the file has " + one.file();
      case TYPE, REQUIRED -> one.table() + " for procc, " + one.file() + " in the file";
    };
  }

  private static Json.Obj json(ApiComparison comparison) {
    List<Json> differences = new ArrayList<>();
    for (ApiDifference one : comparison.differences()) {
      differences.add(
          Json.object()
              .put("place", one.place())
              .put("kind", one.kind().word())
              .put("table", one.table())
              .put("file", one.file())
              .build());
    }
    return Json.object()
        .put(
            "summary",
            Json.object()
                .put("differences", differences.size())
                .put("compared", comparison.compared())
                .put("confirmed", comparison.confirmed().size())
                .build())
        .put("differences", Json.array(differences))
        .put("confirmed", Json.texts(comparison.confirmed()))
        .build();
  }
}
