package dev.procc.cli.command;

import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.language.schema.SchemaGenerator;
import dev.procc.model.catalog.Vocabulary;
import java.util.Optional;

/// `procc schema`: the JSON Schema of the language, for editors and other tools.
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "show the JSON Schema of definitions";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
  }

  @Override
  public Options options() {
    return Options.of().operands("[KIND]", 0, 1);
  }

  @Override
  public String details() {
    return """
    Without a word the schema of every kind of document, told apart by its kind; with one, the
    schema of that kind alone:
      KINDS

    An editor with yaml-language-server takes it from the first line of a file:
      # yaml-language-server: $schema=procc.schema.json

    Examples:
      procc schema -o procc.schema.json
      procc schema Process
    """
        .replace("KINDS", String.join(", ", Vocabulary.DOCUMENT_KINDS));
  }

  @Override
  public int run(Call call) throws Failure {
    if (call.operands().isEmpty()) {
      call.print(SchemaGenerator.all().pretty());
      return Exit.OK;
    }
    String kind = call.operands().getFirst();
    Optional<Json.Obj> schema = SchemaGenerator.kind(kind);
    if (schema.isEmpty()) {
      throw Failure.usage(
          "\"" + kind + "\" is no kind of document",
          Spelling.hint(kind, Vocabulary.DOCUMENT_KINDS).orElse(null));
    }
    call.print(schema.get().pretty());
    return Exit.OK;
  }
}
