package dev.procc.live.probe;

import dev.procc.live.api.ApiOperation;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A probe of one server behaviour, as data: the calls to make, and the rules that derive an answer
/// from the replies.
///
/// A new one takes a row in [CreateProbes], [ChangeProbes], [ReadProbes] or [RunProbes], and a row
/// in `model.catalog.ServerBehaviours`, which describes the question.
///
/// @param key of the question, one of `model.catalog.ServerBehaviours`
/// @param calls in order; the first whose placeholders have no value is not made and ends the probe
/// @param rules tried in order; if none gives a result, the replies fit no answer
public record Probe(String key, List<ProbeCall> calls, List<Rule> rules) {
  public Probe {
    calls = List.copyOf(calls);
    rules = List.copyOf(rules);
  }

  /// A rule that derives an answer from the replies.
  @FunctionalInterface
  public interface Rule {
    /// @return null if the rule does not apply
    @Nullable ProbeResult read(ProbeReplies replies);
  }

  /// A probe without calls and rules.
  static Probe of(String key) {
    return new Probe(key, List.of(), List.of());
  }

  /// A copy with one more call.
  Probe call(ProbeCall call) {
    return new Probe(key, append(calls, call), rules);
  }

  /// A copy with one more rule.
  Probe rule(Rule rule) {
    return new Probe(key, calls, append(rules, rule));
  }

  private static <T> List<T> append(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /// Gives no answer unless all of these calls succeeded.
  Probe require(int... succeeded) {
    return require(ReplyConditions.ok(succeeded));
  }

  /// Gives no answer unless a condition is met.
  Probe require(Predicate<ProbeReplies> condition) {
    return rule(replies -> condition.test(replies) ? null : replies.unclear());
  }

  /// Gives an answer if a condition is met.
  ///
  /// @param observed a template of [ProbeReplies#describe(String)]
  Probe when(Predicate<ProbeReplies> condition, String answer, String observed) {
    return rule(replies ->
        condition.test(replies) ? ProbeResult.of(answer, replies.describe(observed)) : null);
  }

  /// Gives an answer if no rule so far has a result.
  Probe otherwise(String answer, String observed) {
    return when(replies -> true, answer, observed);
  }

  /// Gives a reason why there is no answer, if a condition is met.
  Probe unclearWhen(Predicate<ProbeReplies> condition, String observed) {
    return when(condition, "", observed);
  }

  /// Gives a reason why there is no answer, if no rule so far has a result.
  Probe otherwiseUnclear(String observed) {
    return otherwise("", observed);
  }

  /// The answer that the replies give.
  ProbeResult evaluate(ProbeReplies replies) {
    for (Rule rule : rules) {
      ProbeResult result = rule.read(replies);
      if (result != null) {
        return result;
      }
    }
    return replies.unclear();
  }

  /// The question as a noun clause: `whether one PATCH document is applied as a whole`.
  public String description() {
    ServerBehaviour question = ServerBehaviours.find(key);
    return question == null ? "" : question.description();
  }

  /// The keys of the probes whose answers this one needs.
  public List<String> dependencies() {
    boolean renames = calls.stream().anyMatch(c -> c.form() == ProbeCall.Form.MEASURED_SHAPE);
    return renames ? List.of("batch-shape") : List.of();
  }

  /// Whether a run is started, which no call can end and which people see.
  public boolean startsRun() {
    return calls.stream().anyMatch(call -> call.operation() == ApiOperation.RUN);
  }
}
