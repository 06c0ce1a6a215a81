package dev.procc.language.expand.conditions;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.Interpolator;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.expand.variables.TypeCheck;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the `if` of a node.
public final class ConditionEvaluator {
  private final Map<String, Condition> cache = new HashMap<>();
  private final Findings findings;
  private final Interpolator interpolator;

  public ConditionEvaluator(Findings findings, Interpolator texts) {
    this.findings = findings;
    this.interpolator = texts;
  }

  /// Whether a node is there, and what decided it; a condition that cannot be decided is reported,
  /// and its node is kept so that the rest of it is still checked.
  public record ConditionResult(boolean holds, Origin origin) {}

  public ConditionResult decide(YamlNode condition, ExpansionContext context) {
    List<Origin> used = new ArrayList<>(2);
    boolean holds = isTrue(condition, context, used);
    return new ConditionResult(
        holds, new Origin(Layer.CONDITION, condition.span(), context.withEnclosing(used)));
  }

  private boolean isTrue(YamlNode condition, ExpansionContext context, List<Origin> used) {
    if (!(condition instanceof Scalar scalar) || scalar.isNull()) {
      report(
          ExpandCodes.BAD_CONDITION,
          condition.span(),
          "if has "
              + NodeValues.describeKind(condition)
              + "; it takes true, false, a tag or a comparison",
          null,
          context);
      return true;
    }
    if (TagParser.containsTag(scalar.value())) {
      return evaluateTag(scalar, context, used);
    }
    Boolean plain = NodeValues.bool(scalar);
    if (plain != null) {
      return plain;
    }
    Condition parsed = parse(scalar, context);
    return parsed == null || evaluate(parsed, scalar, context, used);
  }

  private boolean evaluateTag(Scalar scalar, ExpansionContext context, List<Origin> used) {
    if (!TagParser.isSingleTag(TagParser.parse(scalar).value().orElse(List.of()), scalar.value())) {
      report(
          ExpandCodes.BAD_CONDITION,
          scalar.span(),
          NodeValues.quoted(scalar)
              + " mixes a tag and a comparison; a comparison names values without braces",
          "write "
              + scalar.value().replace("{{", "").replace("}}", "").strip().replaceAll(" +", " "),
          context);
      return true;
    }
    YamlNode value = interpolator.value(scalar, context, Layer.WRITTEN);
    if (value == null) {
      return false;
    }
    if (value == scalar) {
      return true;
    }
    used.addAll(value.origin().inputs());
    return evaluateTruth(value, scalar.value(), scalar.span(), context);
  }

  private @Nullable Condition parse(Scalar scalar, ExpansionContext context) {
    Condition known = cache.get(scalar.value());
    if (known != null) {
      return known;
    }
    try {
      Condition parsed = ConditionParser.parse(scalar.value());
      cache.put(scalar.value(), parsed);
      return parsed;
    } catch (ConditionParser.ConditionSyntaxException fault) {
      Span at = Tag.partSpan(scalar, fault.start, fault.end);
      report(ExpandCodes.BAD_CONDITION, at, fault.text(), fault.hint, context);
      return null;
    }
  }

  private boolean evaluate(
      Condition condition, Scalar text, ExpansionContext context, List<Origin> used) {
    if (condition instanceof Condition.Or or) {
      boolean any = false;
      for (Condition part : or.operands()) {
        any |= evaluate(part, text, context, used);
      }
      return any;
    }
    if (condition instanceof Condition.And and) {
      boolean all = true;
      for (Condition part : and.operands()) {
        all &= evaluate(part, text, context, used);
      }
      return all;
    }
    if (condition instanceof Condition.Not not) {
      return !evaluate(not.operand(), text, context, used);
    }
    if (condition instanceof Condition.IsOneOf one) {
      YamlNode value = lookUp(one.path(), text, context, used);
      return value == null || evaluateOneOf(value, one, text, context);
    }
    return evaluateTruth(((Condition.IsTrue) condition).path(), text, context, used);
  }

  private boolean evaluateTruth(
      Condition.Path path, Scalar text, ExpansionContext context, List<Origin> used) {
    Boolean word = booleanWord(path.name());
    if (word != null) {
      return word;
    }
    YamlNode value = lookUp(path, text, context, used);
    Span at = Tag.partSpan(text, path.start(), path.end());
    return value == null || evaluateTruth(value, path.name(), at, context);
  }

  private static @Nullable Boolean booleanWord(String name) {
    return name.equals("true") ? Boolean.TRUE : name.equals("false") ? Boolean.FALSE : null;
  }

  private @Nullable YamlNode lookUp(
      Condition.Path path, Scalar text, ExpansionContext context, List<Origin> used) {
    NameLookup found = NameLookup.find(path.name(), List.of(), context.scope());
    NameLookup.LookupFailure fault = found.failure();
    if (fault != null) {
      Span at = Tag.partSpan(text, path.start(), path.end());
      report(fault.code(), at, fault.message(), fault.hint(), context);
      return null;
    }
    YamlNode value = found.value();
    if (value != null) {
      used.add(value.origin());
    }
    return value;
  }

  private boolean evaluateTruth(YamlNode value, String name, Span at, ExpansionContext context) {
    Boolean truth = NodeValues.bool(value);
    if (truth != null) {
      return truth;
    }
    if (NodeValues.isNull(value)) {
      return false;
    }
    report(
        ExpandCodes.CONDITION_TYPE,
        at,
        "\""
            + name
            + "\" is "
            + NodeValues.quoted(value)
            + "; on its own a condition is true or false",
        "compare it: NAME == VALUE",
        context);
    return true;
  }

  private boolean evaluateOneOf(
      YamlNode value, Condition.IsOneOf one, Scalar text, ExpansionContext context) {
    if (!(value instanceof Scalar scalar)) {
      Span at = Tag.partSpan(text, one.path().start(), one.path().end());
      report(
          ExpandCodes.CONDITION_TYPE,
          at,
          "\""
              + one.path().name()
              + "\" is "
              + NodeValues.describeKind(value)
              + "; only texts, numbers, true and false are compared",
          null,
          context);
      return true;
    }
    if (scalar.isNull()) {
      return false;
    }
    for (Condition.Literal literal : one.values()) {
      if (isEqual(scalar, literal)) {
        return true;
      }
    }
    return false;
  }

  /// Equal as texts, or both plain numbers of one value, or both the same truth.
  private static boolean isEqual(Scalar value, Condition.Literal literal) {
    if (value.value().equals(literal.value())) {
      return true;
    }
    if (literal.quoted() || !value.isPlain()) {
      return false;
    }
    Boolean truth = NodeValues.bool(value);
    if (truth != null) {
      return truth.equals(booleanWord(literal.value()));
    }
    return isNumber(value.value())
        && isNumber(literal.value())
        && new BigDecimal(value.value()).compareTo(new BigDecimal(literal.value())) == 0;
  }

  /// A number as people write one; `0100` is a code.
  private static boolean isNumber(String text) {
    boolean code = text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.';
    return !code && TypeCheck.isDecimal(text, true);
  }

  private void report(
      Code code, Span at, String message, @Nullable String hint, ExpansionContext context) {
    findings.add(context.traced(Finding.of(code, at, message).withHint(hint)));
  }
}
