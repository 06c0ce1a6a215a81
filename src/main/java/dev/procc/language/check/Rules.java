package dev.procc.language.check;

import dev.procc.base.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/// Every rule, sorted by code. To add one: its class, its line here, its page, its fixtures.
public final class Rules {
  private static final List<Rule> ALL = List.of();

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /// Judges a process by every rule.
  public static void check(Subject subject, Consumer<Diagnostic> report) {
    for (Rule rule : ALL) {
      rule.check(subject, report);
    }
  }
}
