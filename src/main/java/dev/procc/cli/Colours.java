package dev.procc.cli;

/// Decides whether to colour.
final class Colours {
  private Colours() {}

  /// `always` and `never` decide; otherwise `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`,
  /// then whether a person looks. `0` in the last two counts as not set.
  static boolean wanted(String asked, Env env, boolean terminal) {
    if (!asked.equals("auto")) {
      return asked.equals("always");
    }
    if (env.variable("NO_COLOR") != null) {
      return false;
    }
    if (forced(env, "FORCE_COLOR") || forced(env, "CLICOLOR_FORCE")) {
      return true;
    }
    return terminal && !"dumb".equals(env.variable("TERM"));
  }

  private static boolean forced(Env env, String name) {
    String value = env.variable(name);
    return value != null && !value.equals("0");
  }
}
