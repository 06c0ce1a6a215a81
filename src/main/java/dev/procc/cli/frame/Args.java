package dev.procc.cli.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parsed words of a command line: options by name, and operands.
public final class Args {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();

  public Args() {}

  void add(String option, String value) {
    List<String> given = values.get(option);
    if (given == null) {
      given = new ArrayList<>();
      values.put(option, given);
    }
    given.add(value);
  }

  void addOperand(String word) {
    operands.add(word);
  }

  /// Whether an option was given.
  public boolean has(String option) {
    return values.containsKey(option);
  }

  /// The value of an option, the last one if it is given several times; `null` if it is not given.
  public @Nullable String value(String option) {
    List<String> all = values.get(option);
    return all == null ? null : all.getLast();
  }

  /// The value of an option, or a default.
  public String value(String option, String defaultValue) {
    String value = value(option);
    return value == null ? defaultValue : value;
  }

  /// All values of an option, in the order given.
  public List<String> values(String option) {
    List<String> all = values.get(option);
    return all == null ? List.of() : List.copyOf(all);
  }

  /// The names of the options that were given.
  Set<String> options() {
    return values.keySet();
  }

  /// The words that are not options, in the order given.
  public List<String> operands() {
    return List.copyOf(operands);
  }
}
