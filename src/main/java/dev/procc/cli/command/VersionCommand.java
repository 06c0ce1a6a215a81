package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.cli.Version;

/// `procc version`.
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "show the version";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
  }

  @Override
  public Options options() {
    return Options.of().formats("text", "json");
  }

  @Override
  public int run(Call call) {
    if (call.json()) {
      call.print(Exit.OK, Json.object().put("version", Version.PROCC).build());
    } else {
      call.println("procc " + Version.PROCC);
    }
    return Exit.OK;
  }
}
