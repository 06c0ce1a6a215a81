package dev.procc.cli.frame;

import dev.procc.app.Version;
import java.util.List;

/// The help texts, written from what the commands declare.
public final class Usage {
  private static final int WIDTH = 80;

  private Usage() {}

  /// All commands under their headings, and the global options.
  public static String overview(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append("procc ").append(Version.PROCC);
    out.append(": a compiler for workflow processes\n\n");
    out.append("Usage: procc [options] COMMAND [options] [FILE | KEY ...]\n");
    for (CommandGroup group : CommandGroup.values()) {
      StringBuilder listed = new StringBuilder();
      for (Command command : commands) {
        if (command.group() == group) {
          row(listed, command.name(), 15, command.summary());
        }
      }
      if (!listed.isEmpty()) {
        out.append('\n').append(group.title()).append('\n').append(listed);
      }
    }
    out.append("\nOptions of every command\n");
    options(out, Options.GLOBAL);
    out.append("\nMore: procc help COMMAND\n");
    return out.toString();
  }

  /// The help of a command.
  public static String command(Command command) {
    Options options = command.options();
    StringBuilder out = new StringBuilder();
    out.append("procc ").append(command.name()).append(": ").append(command.summary());
    out.append("\n\nUsage: procc ").append(command.name());
    out.append(options.options().isEmpty() ? "" : " [options]");
    out.append(options.operands().isEmpty() ? "" : " " + options.operands()).append('\n');
    if (!options.options().isEmpty() || !options.formats().isEmpty()) {
      out.append("\nOptions\n");
      options(out, options.options());
    }
    if (!options.formats().isEmpty()) {
      row(out, "--format NAME", 25, "one of " + String.join(", ", options.formats()));
    }
    if (!command.details().isEmpty()) {
      out.append('\n').append(command.details().strip()).append('\n');
    }
    out.append("\nOptions of every command: procc help\n");
    return out.toString();
  }

  /// The list of the commands with one first word, one a line.
  public static String family(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    for (Command command : commands) {
      out.append("procc ").append(command.name()).append(": ");
      out.append(command.summary()).append('\n');
    }
    return out.toString();
  }

  private static void options(StringBuilder out, List<Option> options) {
    for (Option option : options) {
      String name = option.shortName() == null ? "" : option.shortName() + ", ";
      String label = option.takesValue() ? " " + option.valueName() : choices(option);
      row(out, name + option.name() + label, 25, option.summary());
    }
  }

  private static String choices(Option option) {
    return option.choices().isEmpty() ? "" : "[=" + String.join("|", option.choices()) + "]";
  }

  /// Appends a name and its text, wrapped and indented.
  private static void row(StringBuilder out, String name, int column, String text) {
    out.append("  ").append(name);
    int at = 2 + name.length();
    if (at + 2 > column) {
      out.append('\n');
      at = 0;
    }
    out.repeat(' ', column - at);
    at = column;
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && at + 1 + word.length() > WIDTH) {
        out.append('\n').repeat(' ', column);
        at = column;
        first = true;
      }
      if (!first) {
        out.append(' ');
        at++;
      }
      out.append(word);
      at += word.length();
      first = false;
    }
    out.append('\n');
  }
}
