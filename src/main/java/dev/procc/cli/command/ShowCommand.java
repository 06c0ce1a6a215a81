package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanException;
import dev.procc.live.planfile.PlanFile;

/// `procc show`: a saved plan as people read it.
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "show a saved plan";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(PlanShowing.OPTIONS.toArray(Option[]::new))
        .formats("text", "json", "markdown", "html")
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
  public int run(Call call) throws Failure {
    String file = call.operands().getFirst();
    PlanShowing.show(call, read(call, file), file.equals("-") ? null : file);
    return Exit.OK;
  }

  static Plan read(Call call, String file) throws Failure {
    try {
      return PlanFile.read(file, call.read(file));
    } catch (PlanException e) {
      throw Failure.error(
          String.valueOf(e.getMessage()), "make a new one: procc plan --save " + file);
    }
  }
}
