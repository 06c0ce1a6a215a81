package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.schema.SchemaGenerator;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.view.text.SafeText;
import java.util.Optional;

/// `procc schema`: prints the JSON Schema of the language, for editors and other tools.
public final class SchemaCommand extends Command {
  public SchemaCommand() {
    super(CommandGroup.TOOLS, "schema", "show the JSON Schema of definitions");
  }

  @Override
  public Options options() {
    return Options.of().operands("[KIND]", 0, 1).completes(ValueKind.DOCUMENT_KIND);
  }

  @Override
  public String details() {
    return """
    Without arguments the schema of every kind of document, told apart by its kind; with one, the
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
  public int run(Invocation invocation) throws Failure {
    if (invocation.operands().isEmpty()) {
      invocation.print(SafeText.json(SchemaGenerator.all()));
      return ExitCode.OK;
    }
    String kind = invocation.operands().getFirst();
    Optional<Json.Obj> schema = SchemaGenerator.forKind(kind);
    if (schema.isEmpty()) {
      throw Failure.usage(
          "\"" + kind + "\" is not a kind of document",
          Spelling.hint(kind, Vocabulary.DOCUMENT_KINDS).orElse(null));
    }
    invocation.print(SafeText.json(schema.get()));
    return ExitCode.OK;
  }
}
