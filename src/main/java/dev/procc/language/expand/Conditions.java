package dev.procc.language.expand;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides the `if` of a node.
final class Conditions {
  private final Map<String, Condition> read = new HashMap<>();
  private final Findings findings;
  private final Interpolator texts;

  Conditions(Findings findings, Interpolator texts) {
    this.findings = findings;
    this.texts = texts;
  }

  /// Whether a node is there, and what decided it; a condition that cannot be decided is reported,
  /// and its node is kept so that the rest of it is still checked.
  record Verdict(boolean holds, Origin origin) {}

  Verdict decide(Node condition, Place place) {
    List<Origin> used = new ArrayList<>(2);
    boolean holds = holds(condition, place, used);
    return new Verdict(holds, new Origin(Layer.CONDITION, condition.span(), place.into(used)));
  }

  private boolean holds(Node condition, Place place, List<Origin> used) {
    if (!(condition instanceof Scalar scalar) || scalar.isNull()) {
      fault(
          ExpandCodes.BAD_CONDITION,
          condition.span(),
          "if has " + Values.shape(condition) + "; it takes true, false, a tag or a comparison",
          null,
          place);
      return true;
    }
    if (Tags.any(scalar.value())) {
      return tag(scalar, place, used);
    }
    Boolean plain = Values.bool(scalar);
    if (plain != null) {
      return plain;
    }
    Condition parsed = parse(scalar, place);
    return parsed == null || evaluate(parsed, scalar, place, used);
  }

  private boolean tag(Scalar scalar, Place place, List<Origin> used) {
    if (!Tags.lone(Tags.of(scalar).value().orElse(List.of()), scalar.value())) {
      fault(
          ExpandCodes.BAD_CONDITION,
          scalar.span(),
          Values.show(scalar)
              + " mixes a tag and a comparison; a comparison names values without braces",
          "write "
              + scalar.value().replace("{{", "").replace("}}", "").strip().replaceAll(" +", " "),
          place);
      return true;
    }
    Node value = texts.value(scalar, place, Layer.WRITTEN);
    if (value == null) {
      return false;
    }
    if (value == scalar) {
      return true;
    }
    used.addAll(value.origin().from());
    return truth(value, scalar.value(), scalar.span(), place);
  }

  private @Nullable Condition parse(Scalar scalar, Place place) {
    Condition known = read.get(scalar.value());
    if (known != null) {
      return known;
    }
    try {
      Condition parsed = ConditionParser.parse(scalar.value());
      read.put(scalar.value(), parsed);
      return parsed;
    } catch (ConditionParser.Fault fault) {
      Span at = Tag.place(scalar, fault.start, fault.end);
      fault(ExpandCodes.BAD_CONDITION, at, fault.said(), fault.hint, place);
      return null;
    }
  }

  private boolean evaluate(Condition condition, Scalar text, Place place, List<Origin> used) {
    if (condition instanceof Condition.Or or) {
      boolean any = false;
      for (Condition part : or.parts()) {
        any |= evaluate(part, text, place, used);
      }
      return any;
    }
    if (condition instanceof Condition.And and) {
      boolean all = true;
      for (Condition part : and.parts()) {
        all &= evaluate(part, text, place, used);
      }
      return all;
    }
    if (condition instanceof Condition.Not not) {
      return !evaluate(not.of(), text, place, used);
    }
    if (condition instanceof Condition.OneOf one) {
      Node value = value(one.path(), text, place, used);
      return value == null || oneOf(value, one, text, place);
    }
    return truth(((Condition.Truth) condition).path(), text, place, used);
  }

  private boolean truth(Condition.Path path, Scalar text, Place place, List<Origin> used) {
    Boolean word = word(path.name());
    if (word != null) {
      return word;
    }
    Node value = value(path, text, place, used);
    Span at = Tag.place(text, path.start(), path.end());
    return value == null || truth(value, path.name(), at, place);
  }

  private static @Nullable Boolean word(String name) {
    return name.equals("true") ? Boolean.TRUE : name.equals("false") ? Boolean.FALSE : null;
  }

  private @Nullable Node value(Condition.Path path, Scalar text, Place place, List<Origin> used) {
    Lookup found = Lookup.find(path.name(), List.of(), place.scope());
    Lookup.Fault fault = found.fault();
    if (fault != null) {
      Span at = Tag.place(text, path.start(), path.end());
      fault(fault.code(), at, fault.message(), fault.hint(), place);
      return null;
    }
    Node value = found.value();
    if (value != null) {
      used.add(value.origin());
    }
    return value;
  }

  private boolean truth(Node value, String name, Span at, Place place) {
    Boolean truth = Values.bool(value);
    if (truth != null) {
      return truth;
    }
    if (Values.isNull(value)) {
      return false;
    }
    fault(
        ExpandCodes.CONDITION_TYPE,
        at,
        "\"" + name + "\" is " + Values.show(value) + "; on its own a condition is true or false",
        "compare it: NAME == VALUE",
        place);
    return true;
  }

  private boolean oneOf(Node value, Condition.OneOf one, Scalar text, Place place) {
    if (!(value instanceof Scalar scalar)) {
      Span at = Tag.place(text, one.path().start(), one.path().end());
      fault(
          ExpandCodes.CONDITION_TYPE,
          at,
          "\""
              + one.path().name()
              + "\" is "
              + Values.shape(value)
              + "; only texts, numbers, true and false are compared",
          null,
          place);
      return true;
    }
    if (scalar.isNull()) {
      return false;
    }
    for (Condition.Literal literal : one.values()) {
      if (same(scalar, literal)) {
        return true;
      }
    }
    return false;
  }

  /// Equal as texts, or both plain numbers of one value, or both the same truth.
  private static boolean same(Scalar value, Condition.Literal literal) {
    if (value.value().equals(literal.value())) {
      return true;
    }
    if (literal.quoted() || !value.plain()) {
      return false;
    }
    Boolean truth = Values.bool(value);
    if (truth != null) {
      return truth.equals(word(literal.value()));
    }
    return number(value.value())
        && number(literal.value())
        && new BigDecimal(value.value()).compareTo(new BigDecimal(literal.value())) == 0;
  }

  /// A number as people write one; `0100` is a code.
  private static boolean number(String text) {
    boolean code = text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.';
    return !code && TypeCheck.digits(text, true);
  }

  private void fault(Code code, Span at, String message, @Nullable String hint, Place place) {
    findings.add(place.trace(Diagnostic.of(code, at, message).withHint(hint)));
  }
}
