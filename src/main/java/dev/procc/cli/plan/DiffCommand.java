package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.impact.ImpactService;
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
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.view.impact.DiffHtml;
import dev.procc.view.impact.DiffJson;
import dev.procc.view.impact.DiffText;
import dev.procc.view.text.Style;
import java.util.List;

/// `procc diff`: compares two versions, and classifies the differences as a plan would.
public final class DiffCommand extends Command {
  public DiffCommand() {
    super(CommandGroup.WRITE, "diff", "compare two versions as a plan would");
  }

  @Override
  public Options options() {
    return Options.of(
            Option.value("--base", "REF|DIR", "compare with a commit or a folder; HEAD by default"),
            Option.value("--head", "REF|DIR", "what it became; the files here by default"),
            Option.flag("--keys", "show only which processes change, one per line"),
            ProjectArguments.VAR,
            ProjectArguments.VAR_FILE,
            ProjectArguments.AS_OF,
            Option.flag("--detail", "show every name"),
            Option.flag("--detailed-exitcode", "exit 2 when anything differs"))
        .formats("text", "json", "html")
        .operands(ProjectArguments.OPERANDS, 0, Integer.MAX_VALUE)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    Offline. What would be patched and what replaced is what the planner says if nobody has edited
    Workiva; whether anybody edited the live one since, only a plan can tell. Exit 3 when either
    version has errors.

    Examples:
      procc diff
      procc diff --base origin/main --keys
      procc diff --base v1 --head v2 close@2024-Q4 --format json
      procc diff --format html -o diff.html
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ImpactService service =
        ImpactService.between(
            ProjectArguments.request(invocation),
            invocation.args().value("--base", "HEAD"),
            invocation.args().value("--head"));
    for (Compilation each : List.of(service.base(), service.head())) {
      if (each.hasErrors()) {
        String which = each == service.base() ? service.from() : service.to();
        invocation.note("procc diff: nothing can be compared: there are errors in " + which);
        return FindingsPrinter.printErrors(invocation, each.findings());
      }
    }
    Plan plan = service.plan();
    int exit =
        invocation.args().has("--detailed-exitcode") && plan.hasActions()
            ? ExitCode.CHANGES
            : ExitCode.OK;
    if (invocation.isJson()) {
      invocation.print(exit, DiffJson.of(plan, service.from(), service.to()));
    } else if (invocation.format().equals("html")) {
      invocation.print(DiffHtml.render(plan, service.from(), service.to()));
    } else if (invocation.args().has("--keys")) {
      for (ProcessPlan process : plan.processes()) {
        if (process.hasActions()) {
          invocation.println(process.identity());
        }
      }
    } else {
      boolean detail = invocation.args().has("--detail");
      invocation.print(
          DiffText.render(
              plan, service.from(), service.to(), detail, Style.of(invocation.usesColour())));
    }
    return exit;
  }
}
