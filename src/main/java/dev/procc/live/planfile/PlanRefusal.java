package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.wire.ProcessJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A refusal of a plan by a safety rule.
///
/// @param rule its name, the word of a `SafetyRule`
/// @param message why, in one sentence without a full stop
/// @param flag that lifts it; null if there is none
/// @param ways out, the mildest first; the flag's is the last
public record PlanRefusal(String rule, String message, @Nullable String flag, List<WayOut> ways) {
  private static final String APPLY = "procc apply ";

  public PlanRefusal {
    ways = List.copyOf(ways);
  }

  /// The refusal of a rule.
  ///
  /// @param milder the ways out that do not need the flag, the mildest first
  public static PlanRefusal of(
      SafetyRule rule, String message, @Nullable String flag, WayOut... milder) {
    List<WayOut> ways = new ArrayList<>(List.of(milder));
    if (flag != null) {
      ways.add(new WayOut(APPLY + flag, rule.liftCost()));
    }
    return new PlanRefusal(rule.word(), message, flag, ways);
  }

  /// A copy whose flag is added to `procc amend`, the command that adds to the run of a process.
  public PlanRefusal ofAmendment(String identity) {
    return new PlanRefusal(
        rule,
        message,
        flag,
        ways.stream()
            .map(way ->
                way.action().equals(APPLY + flag)
                    ? new WayOut("procc amend " + identity + " " + flag, way.cost())
                    : way)
            .toList());
  }

  /// A copy whose flag is added to the command for the same plan, so that the command does what it
  /// says.
  ///
  /// @param arguments of the plan, each option with its value: `monthly`, `--max-replace 0`
  PlanRefusal withArguments(List<String> arguments) {
    if (flag == null) {
      return this;
    }
    StringBuilder words = new StringBuilder();
    String replaced = flag.substring(0, flag.indexOf(' ') + 1);
    boolean replaces =
        rule.equals(SafetyRule.THRESHOLD.word()) || rule.equals(SafetyRule.ALLOW.word());
    for (String argument : arguments) {
      if (!(replaces && argument.startsWith(replaced))) {
        words.append(argument).append(' ');
      }
    }
    return new PlanRefusal(
        rule,
        message,
        flag,
        ways.stream()
            .map(way -> isOfFlag(way) ? way.with(text -> insertedBefore(text, words)) : way)
            .toList());
  }

  /// Inserts words before the flag where a command ends with it.
  private String insertedBefore(String text, CharSequence words) {
    return text.endsWith(" " + flag)
        ? text.substring(0, text.length() - String.valueOf(flag).length()) + words + flag
        : text;
  }

  /// Whether a way is the command that its flag is added to.
  public boolean isOfFlag(WayOut way) {
    return flag != null && way.isCommand() && way.action().endsWith(" " + flag);
  }

  /// A copy that no flag lifts, with the ways out that do not need it.
  public PlanRefusal withoutFlag() {
    return new PlanRefusal(
        rule, message, null, ways.stream().filter(way -> !isOfFlag(way)).toList());
  }

  /// A copy in which something else follows from the flag.
  public PlanRefusal withCostOfFlag(String cost) {
    return new PlanRefusal(
        rule,
        message,
        flag,
        ways.stream().map(way -> isOfFlag(way) ? new WayOut(way.action(), cost) : way).toList());
  }

  /// What follows from the flag; empty if there is none.
  public String costOfFlag() {
    return ways.stream().filter(this::isOfFlag).map(WayOut::cost).findFirst().orElse("");
  }

  /// A copy for hashes, in which the command of the flag has no other arguments: two plans of the
  /// same change have the same hash however they came about.
  public PlanRefusal withoutArguments() {
    return new PlanRefusal(
        rule,
        message,
        flag,
        ways.stream()
            .map(way ->
                isOfFlag(way) && way.action().startsWith(APPLY)
                    ? new WayOut(APPLY + flag, way.cost())
                    : way)
            .toList());
  }

  /// The head of several ways: `To go on, the mildest way first`; empty for one.
  public String waysHeading() {
    return ways.size() < 2 ? "" : "To go on" + WayOut.order(ways.size());
  }

  /// The ways out where a plan is applied already, which may be a saved one or one that goes on:
  /// the flag is added to that command.
  public List<WayOut> waysOfApply() {
    return ways.stream()
        .map(way ->
            isOfFlag(way)
                ? new WayOut(String.valueOf(flag), "added to the same command: " + way.cost())
                : way)
        .toList();
  }

  /// A copy with other words in the message, the flag and the ways.
  public PlanRefusal with(UnaryOperator<String> words) {
    return new PlanRefusal(
        rule,
        words.apply(message),
        flag == null ? null : words.apply(flag),
        ways.stream().map(way -> way.with(words)).toList());
  }

  /// The hash of its content.
  String hash() {
    List<Json> all = new ArrayList<>();
    withoutArguments().ways.forEach(way -> all.add(Json.texts(List.of(way.action(), way.cost()))));
    return ProcessJson.sha256(
        Json.object()
            .put("rule", rule)
            .put("message", message)
            .putNullable("flag", flag)
            .put("ways", Json.array(all))
            .build());
  }
}
