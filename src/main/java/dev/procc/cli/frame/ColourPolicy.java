package dev.procc.cli.frame;

/// Decides whether to colour.
public final class ColourPolicy {
  private ColourPolicy() {}

  /// `always` and `never` decide; otherwise `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`,
  /// then whether a person looks. `0` in the last two counts as not set.
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
