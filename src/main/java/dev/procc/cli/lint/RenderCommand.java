package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.json.Json;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.FindingsPrinter;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.live.wire.CreateBody;
import dev.procc.live.wire.ProcessJson;
import dev.procc.view.text.SafeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `procc render`: prints the exact body that would create each process.
public final class RenderCommand extends Command {
  public RenderCommand() {
    super(CommandGroup.WRITE, "render", "show the body of POST /processes");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--write", "DIR", "write one file per process, IDENTITY.json, into DIR"),
            Option.value(
                "--check", "DIR", "exit 3 when the files in DIR are not what --write writes"),
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE)
        .formats("json")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
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
  public int run(Invocation invocation) throws Failure {
    Compilation compilation =
        ProjectSession.open(ProjectArguments.request(invocation)).compile(null);
    if (compilation.hasErrors()) {
      return FindingsPrinter.printErrors(invocation, compilation.findings());
    }
    List<CompiledProcess> processes = compilation.processes();
    if (processes.isEmpty()) {
      throw ProjectSession.noProcesses(compilation);
    }
    String folder = invocation.args().value("--write");
    String checked = invocation.args().value("--check");
    if (folder != null && checked != null) {
      throw Failure.usage("--write and --check exclude each other", "check first, then write");
    }
    if (folder != null) {
      write(invocation, processes, folder);
      return ExitCode.OK;
    }
    if (checked != null) {
      return check(invocation, processes, checked);
    }
    print(invocation, processes);
    return ExitCode.OK;
  }

  private static void print(Invocation invocation, List<CompiledProcess> processes) {
    if (processes.size() == 1) {
      invocation.print(SafeText.json(body(processes.getFirst()).body()));
      return;
    }
    for (int i = 0; i < processes.size(); i++) {
      Json body = body(processes.get(i)).body();
      invocation.printPart(SafeText.jsonItem(body, i, processes.size()));
    }
  }

  private static CreateBody body(CompiledProcess process) {
    return ProcessJson.createBody(process.process());
  }

  private static void write(Invocation invocation, List<CompiledProcess> processes, String folder)
      throws Failure {
    for (CompiledProcess process : processes) {
      String file = folder + "/" + process.identity() + ".json";
      invocation.writeFile(file, body(process).body().pretty());
      invocation.note("wrote " + file);
    }
  }

  private static int check(Invocation invocation, List<CompiledProcess> processes, String folder)
      throws Failure {
    int exit = ExitCode.OK;
    for (CompiledProcess process : processes) {
      String file = folder + "/" + process.identity() + ".json";
      Path path = invocation.resolve(file);
      String wanted = body(process).body().pretty();
      if (!Files.exists(path)) {
        invocation.note(file + " is missing");
        exit = ExitCode.FINDINGS;
      } else if (!invocation.readFile(file).equals(wanted)) {
        invocation.note(file + " is stale");
        exit = ExitCode.FINDINGS;
      }
    }
    if (exit != ExitCode.OK) {
      StringBuilder again = new StringBuilder("procc render --write ");
      again.append(ShellWord.quoted(folder)).append(invocation.sameProject());
      for (Option option : List.of(ProjectArguments.VAR, ProjectArguments.VAR_FILE)) {
        for (String value : invocation.args().values(option.name())) {
          again.append(' ').append(option.name()).append(' ').append(ShellWord.quoted(value));
        }
      }
      invocation.operands().forEach(word -> again.append(' ').append(ShellWord.quoted(word)));
      invocation.note("  help: " + again);
    }
    return exit;
  }
}
