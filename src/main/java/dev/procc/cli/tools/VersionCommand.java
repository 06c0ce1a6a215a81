package dev.procc.cli.tools;

import dev.procc.app.Version;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;

/// `procc version`.
public final class VersionCommand extends Command {
  public VersionCommand() {
    super(CommandGroup.TOOLS, "version", "show the version");
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json");
  }

  @Override
  public String details() {
    return """
    Examples:
      procc version
      procc version --format json
    """;
  }

  @Override
  public int run(Invocation invocation) {
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("version", Version.PROCC).build());
    } else {
      invocation.println("procc " + Version.PROCC);
    }
    return ExitCode.OK;
  }
}
