package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.wire.CreateBody;
import dev.procc.live.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `procc render`: the exact body that would create each process.
final class RenderCommand implements Command {
  @Override
  public String name() {
    return "render";
  }

  @Override
  public String summary() {
    return "show the body of POST /processes";
  }

  @Override
  public Group group() {
    return Group.WRITE;
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--write", "DIR", "write one file a process, IDENTITY.json, into DIR"),
            Option.value(
                "--check", "DIR", "exit 3 when the files in DIR are not what --write writes"),
            Definitions.VAR,
            Definitions.VAR_FILE)
        .formats("json")
        .operands(Definitions.OPERANDS, 0, Integer.MAX_VALUE);
  }

  @Override
  public String details() {
    return """
    One process gives its object, several an array, in the order of their identities. With errors
    in the definitions nothing is rendered: exit 3.

    Examples:
      procc render close.process.yaml
      procc render close@2024-Q4
      procc render --write rendered
    """;
  }

  @Override
  public int run(Call call) throws Failure {
    Compilation compilation = Definitions.compile(call, null);
    if (compilation.hasErrors()) {
      return Definitions.complain(call, compilation);
    }
    List<CompiledProcess> processes = compilation.processes();
    if (processes.isEmpty()) {
      throw Definitions.nothing(compilation);
    }
    String folder = call.args().value("--write");
    String checked = call.args().value("--check");
    if (folder != null) {
      write(call, processes, folder);
      return Exit.OK;
    }
    if (checked != null) {
      return check(call, processes, checked);
    }
    List<Json> bodies = new ArrayList<>();
    for (CompiledProcess process : processes) {
      bodies.add(body(process).body());
    }
    call.print((bodies.size() == 1 ? bodies.getFirst() : Json.array(bodies)).pretty());
    return Exit.OK;
  }

  private static CreateBody body(CompiledProcess process) {
    return Wire.create(process.process());
  }

  private static void write(Call call, List<CompiledProcess> processes, String folder)
      throws Failure {
    try {
      Files.createDirectories(call.path(folder));
    } catch (IOException e) {
      throw Failure.error("cannot make \"" + folder + "\": " + e.getMessage(), null);
    }
    for (CompiledProcess process : processes) {
      String file = folder + "/" + process.identity() + ".json";
      call.write(file, body(process).body().pretty());
      call.note("wrote " + file);
    }
  }

  private static int check(Call call, List<CompiledProcess> processes, String folder)
      throws Failure {
    int exit = Exit.OK;
    for (CompiledProcess process : processes) {
      String file = folder + "/" + process.identity() + ".json";
      Path path = call.path(file);
      String wanted = body(process).body().pretty();
      if (!Files.exists(path)) {
        call.note(file + " is missing");
        exit = Exit.FINDINGS;
      } else if (!call.read(file).equals(wanted)) {
        call.note(file + " is stale");
        exit = Exit.FINDINGS;
      }
    }
    if (exit != Exit.OK) {
      call.note("  help: procc render --write " + folder);
    }
    return exit;
  }
}
