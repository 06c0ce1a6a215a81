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
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An evaluator of the conditions of nodes, their `if`.
public final class ConditionEvaluator {
  private final Map<String, Condition> cache = new HashMap<>();
  private final Findings findings;
  private final Interpolator interpolator;

  public ConditionEvaluator(Findings findings, Interpolator interpolator) {
    this.findings = findings;
    this.interpolator = interpolator;
  }

  /// The result of a condition.
  ///
  /// @param holds whether the node is part of the process; also true for a condition that cannot be
  ///   evaluated, which is reported, so that the rest of the node is still checked
  /// @param origin the condition, with the values it uses as inputs
  public record ConditionResult(boolean holds, Origin origin) {}

  /// Evaluates the condition of a node.
  public ConditionResult decide(YamlNode condition, ExpansionContext context) {
    List<Origin> usedOrigins = new ArrayList<>(2);
    boolean holds = isTrue(condition, context, usedOrigins);
    return new ConditionResult(
        holds, new Origin(Layer.CONDITION, condition.span(), context.withEnclosing(usedOrigins)));
  }

  private boolean isTrue(YamlNode condition, ExpansionContext context, List<Origin> usedOrigins) {
    if (condition instanceof Unknown) {
      return true;
    }
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
      return evaluateTag(scalar, context, usedOrigins);
    }
    Boolean plain = ScalarValues.bool(scalar);
    if (plain != null) {
      return plain;
    }
    Condition parsed = parse(scalar, context);
    return parsed == null || evaluate(parsed, scalar, context, usedOrigins);
  }

  private boolean evaluateTag(Scalar scalar, ExpansionContext context, List<Origin> usedOrigins) {
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
    if (value instanceof Unknown) {
      return true;
    }
    usedOrigins.addAll(value.origin().inputs());
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
    } catch (ConditionParser.ConditionSyntaxException e) {
      Span at = Tag.partSpan(scalar, e.start, e.end);
      report(ExpandCodes.BAD_CONDITION, at, e.text(), e.hint, context);
      return null;
    }
  }

  private boolean evaluate(
      Condition condition, Scalar text, ExpansionContext context, List<Origin> usedOrigins) {
    if (condition instanceof Condition.Or or) {
      boolean any = false;
      for (Condition part : or.operands()) {
        any |= evaluate(part, text, context, usedOrigins);
      }
      return any;
    }
    if (condition instanceof Condition.And and) {
      boolean all = true;
      for (Condition part : and.operands()) {
        all &= evaluate(part, text, context, usedOrigins);
      }
      return all;
    }
    if (condition instanceof Condition.Not not) {
      return !evaluate(not.operand(), text, context, usedOrigins);
    }
    if (condition instanceof Condition.IsOneOf one) {
      YamlNode value = lookUp(one.path(), text, context, usedOrigins);
      return value == null || value instanceof Unknown || evaluateOneOf(value, one, text, context);
    }
    return evaluateTruth(((Condition.IsTrue) condition).path(), text, context, usedOrigins);
  }

  private boolean evaluateTruth(
      Condition.Path path, Scalar text, ExpansionContext context, List<Origin> usedOrigins) {
    Boolean word = booleanWord(path.name());
    if (word != null) {
      return word;
    }
    YamlNode value = lookUp(path, text, context, usedOrigins);
    Span at = Tag.partSpan(text, path.start(), path.end());
    return value == null
        || value instanceof Unknown
        || evaluateTruth(value, path.name(), at, context);
  }

  private static @Nullable Boolean booleanWord(String name) {
    return name.equals("true") ? Boolean.TRUE : name.equals("false") ? Boolean.FALSE : null;
  }

  private @Nullable YamlNode lookUp(
      Condition.Path path, Scalar text, ExpansionContext context, List<Origin> usedOrigins) {
    NameLookup lookup = NameLookup.find(path.name(), List.of(), context.scope());
    NameLookup.LookupFailure failure = lookup.failure();
    if (failure != null) {
      Span at = Tag.partSpan(text, path.start(), path.end());
      report(failure.code(), at, failure.message(), failure.hint(), context);
      return null;
    }
    YamlNode value = lookup.value();
    if (value != null) {
      usedOrigins.add(value.origin());
    }
    return value;
  }

  private boolean evaluateTruth(YamlNode value, String name, Span at, ExpansionContext context) {
    Boolean truth = ScalarValues.bool(value);
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

  /// Whether both are equal as texts, as plain numbers, or as booleans.
  static boolean isEqual(Scalar value, Condition.Literal literal) {
    if (value.value().equals(literal.value())) {
      return true;
    }
    if (literal.quoted() || !value.isPlain()) {
      return false;
    }
    Boolean truth = ScalarValues.bool(value);
    if (truth != null) {
      return truth.equals(booleanWord(literal.value()));
    }
    return isNumber(value.value())
        && isNumber(literal.value())
        && new BigDecimal(value.value()).compareTo(new BigDecimal(literal.value())) == 0;
  }

  /// Whether a text is a number; one with leading zeros, as `0100`, is a code.
  private static boolean isNumber(String text) {
    boolean code = text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.';
    return !code && TypeCheck.isDecimal(text, true);
  }

  private void report(
      Code code, Span at, String message, @Nullable String hint, ExpansionContext context) {
    findings.add(context.traced(Finding.of(code, at, message).withHint(hint)));
  }
}
