package dev.procc.cli;

import dev.procc.cli.calendar.CalendarCheckCommand;
import dev.procc.cli.calendar.CalendarDiffCommand;
import dev.procc.cli.calendar.CalendarImportCommand;
import dev.procc.cli.calendar.CalendarShowCommand;
import dev.procc.cli.calendar.RollForwardCommand;
import dev.procc.cli.frame.Command;
import dev.procc.cli.lint.BlameCommand;
import dev.procc.cli.lint.FmtCommand;
import dev.procc.cli.lint.LintCommand;
import dev.procc.cli.lint.RenderCommand;
import dev.procc.cli.lint.VarsCommand;
import dev.procc.cli.live.AdoptCommand;
import dev.procc.cli.live.ImportCommand;
import dev.procc.cli.live.ListCommand;
import dev.procc.cli.live.LogCommand;
import dev.procc.cli.live.PullCommand;
import dev.procc.cli.live.RunCommand;
import dev.procc.cli.live.StateCommand;
import dev.procc.cli.live.StateRebuildCommand;
import dev.procc.cli.live.StatusCommand;
import dev.procc.cli.live.TrashCommand;
import dev.procc.cli.live.ValidateCommand;
import dev.procc.cli.plan.AmendCommand;
import dev.procc.cli.plan.ApplyCommand;
import dev.procc.cli.plan.DiffCommand;
import dev.procc.cli.plan.DriftCommand;
import dev.procc.cli.plan.ImpactCommand;
import dev.procc.cli.plan.KeepCommand;
import dev.procc.cli.plan.PlanCommand;
import dev.procc.cli.plan.ShowCommand;
import dev.procc.cli.probe.ProbeCommand;
import dev.procc.cli.review.ApprovedCommand;
import dev.procc.cli.review.CommentCommand;
import dev.procc.cli.tools.ApiCheckCommand;
import dev.procc.cli.tools.EmulateCommand;
import dev.procc.cli.tools.ExplainCommand;
import dev.procc.cli.tools.InitCommand;
import dev.procc.cli.tools.LspCommand;
import dev.procc.cli.tools.SchemaCommand;
import dev.procc.cli.tools.VersionCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of all commands. A new one takes a class, a line here and a case folder.
public final class Commands {
  private Commands() {}

  /// All commands, created only when more than one is needed.
  private static final class Table {
    private static final List<Command> ALL =
        List.of(
            new InitCommand(),
            new LintCommand(),
            new FmtCommand(),
            new RenderCommand(),
            new VarsCommand(),
            new LspCommand(),
            new ExplainCommand(),
            new BlameCommand(),
            new ImpactCommand(),
            new DiffCommand(),
            new CalendarShowCommand(),
            new CalendarCheckCommand(),
            new CalendarDiffCommand(),
            new CalendarImportCommand(),
            new RollForwardCommand(),
            new PlanCommand(),
            new ShowCommand(),
            new DriftCommand(),
            new ApplyCommand(),
            new ValidateCommand(),
            new RunCommand(),
            new StatusCommand(),
            new AmendCommand(),
            new ListCommand(),
            TrashCommand.trash(),
            TrashCommand.restore(),
            TrashCommand.rollback(),
            new ImportCommand(),
            new PullCommand(),
            new AdoptCommand(),
            new KeepCommand(),
            new LogCommand(),
            StateCommand.list(),
            StateCommand.show(),
            StateCommand.verify(),
            new StateRebuildCommand(),
            StateCommand.mv(),
            StateCommand.forget(),
            new CommentCommand(),
            new ApprovedCommand(),
            new EmulateCommand(),
            new ProbeCommand(),
            new SchemaCommand(),
            new ApiCheckCommand(),
            new CompletionCommand(),
            new HelpCommand(),
            new VersionCommand());

    private Table() {}
  }

  /// All commands in the order of the list.
  public static List<Command> all() {
    return Table.ALL;
  }

  /// The command with a name, `lint` or `state list`; null if there is none.
  public static @Nullable Command find(String name) {
    if (name.equals("lint")) {
      return new LintCommand(); // it runs on every save, so no class of the others is loaded
    }
    for (Command command : Table.ALL) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    return null;
  }

  /// The commands whose name begins with a word: `state list`, `state show`; empty if no name of
  /// two words does.
  public static List<Command> family(String word) {
    List<Command> family = new ArrayList<>();
    for (Command command : Table.ALL) {
      if (command.name().startsWith(word + " ")) {
        family.add(command);
      }
    }
    return family;
  }
}
