package dev.procc.cli.command;

import dev.procc.cli.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every command there is. To add one: its class, a line here, a case folder.
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new LintCommand(),
          new FmtCommand(),
          new RenderCommand(),
          new VarsCommand(),
          new ExplainCommand(),
          new ImpactCommand(),
          new DiffCommand(),
          new CalendarShowCommand(),
          new CalendarCheckCommand(),
          new CalendarDiffCommand(),
          new CalendarImportCommand(),
          new RollForwardCommand(),
          new PlanCommand(),
          new ShowCommand(),
          new ApplyCommand(),
          new ValidateCommand(),
          new RunCommand(),
          new StatusCommand(),
          new AmendCommand(),
          new ListCommand(),
          BinCommand.trash(),
          BinCommand.restore(),
          BinCommand.rollback(),
          new AdoptCommand(),
          new KeepCommand(),
          new LogCommand(),
          StateCommand.list(),
          StateCommand.show(),
          StateCommand.verify(),
          new StateRebuildCommand(),
          StateCommand.mv(),
          StateCommand.forget(),
          new EmulateCommand(),
          new ProbeCommand(),
          new SchemaCommand(),
          new ApiCheckCommand(),
          new CompletionCommand(),
          new HelpCommand(),
          new VersionCommand());

  private Commands() {}

  /// In the order to list them.
  public static List<Command> all() {
    return ALL;
  }

  /// The command of a name, `lint` or `state list`.
  public static @Nullable Command find(String name) {
    for (Command command : ALL) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    return null;
  }

  /// The commands whose name begins with that word: `state list`, `state show`; none for a word
  /// that begins no name of two.
  public static List<Command> family(String word) {
    List<Command> family = new ArrayList<>();
    for (Command command : ALL) {
      if (command.name().startsWith(word + " ")) {
        family.add(command);
      }
    }
    return family;
  }
}
