package dev.procc.cli.frame;

import dev.procc.app.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The check that the options for results name files, each another one.
public final class OutputPaths {
  private OutputPaths() {}

  /// @throws Failure if two options name one file, or one of a further result names standard output
  public static void check(Args args, Environment env) throws Failure {
    Map<Path, String> taken = new HashMap<>();
    for (String option : args.options()) {
      String file = args.value(option);
      boolean result = option.equals("--output");
      if (file == null || !result && !isFurther(option) || result && file.equals("-")) {
        continue;
      }
      if (file.equals("-")) {
        throw Failure.usage(option + " takes a file", "name one; only --output takes -");
      }
      Path path = env.directory().resolve(file).normalize();
      boolean device = Files.exists(path) && !Files.isRegularFile(path);
      String other = device ? null : taken.put(path, option);
      if (other != null) {
        throw Failure.usage(other + " and " + option + " name one file, \"" + file + "\"", null);
      }
    }
  }

  private static boolean isFurther(String option) {
    return option.equals("--save") || option.endsWith("-out") && !option.equals("--out");
  }
}
