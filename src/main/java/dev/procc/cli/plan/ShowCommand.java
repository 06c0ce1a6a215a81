package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.planfile.format.PlanFileException;
import dev.procc.view.plan.PlanFormats;

/// `procc show`: shows a saved plan.
public final class ShowCommand extends Command {
  public ShowCommand() {
    super(CommandGroup.LIVE, "show", "show a saved plan");
  }

  @Override
  public Options options() {
    return Options.of(PlanPrinter.OPTIONS)
        .formats(PlanFormats.NAMES.toArray(String[]::new))
        .operands("PLAN", 1, 1);
  }

  @Override
  public String details() {
    return """
    PLAN is a file written by procc plan --save. Nothing is asked and nothing is sent.

    Examples:
      procc show q4.plan.json
      procc show q4.plan.json --group-by person
      procc show q4.plan.json --format html -o q4.html
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    String file = invocation.operands().getFirst();
    PlanPrinter.print(invocation, read(invocation, file), file.equals("-") ? null : file);
    return ExitCode.OK;
  }

  static Plan read(Invocation invocation, String file) throws Failure {
    try {
      return PlanFile.read(file, invocation.readFile(file));
    } catch (PlanFileException e) {
      throw Failure.error(
          String.valueOf(e.getMessage()), "make a new one: procc plan --save " + file);
    }
  }
}
