package dev.procc.cli.frame;

/// The decision whether output is coloured.
public final class ColourPolicy {
  private ColourPolicy() {}

  /// Whether to colour: by `always` or `never`, otherwise by `NO_COLOR`, then by `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` (where `0` counts as not set), then by whether there is a terminal.
  public static boolean isEnabled(String choice, Environment env, boolean terminal) {
    if (!choice.equals("auto")) {
      return choice.equals("always");
    }
    if (env.variable("NO_COLOR") != null) {
      return false;
    }
    if (isForced(env, "FORCE_COLOR") || isForced(env, "CLICOLOR_FORCE")) {
      return true;
    }
    return terminal && !"dumb".equals(env.variable("TERM"));
  }

  private static boolean isForced(Environment env, String name) {
    String value = env.variable(name);
    return value != null && !value.equals("0");
  }
}
