package dev.procc.language.expand;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One text being made: where it is, what went into it, what went wrong.
final class Run {
  private static final int MOST_STEPS = 100_000;
  private static final int FEW = 8;

  private final Scalar template;
  private final Place place;
  private final Findings findings;
  private final int limit;
  private final List<Origin> used = new ArrayList<>(2);
  private @Nullable Set<Origin> seen;
  private int steps;
  private int faults;
  private boolean failed;
  private boolean stopped;

  Run(Scalar template, Place place, Findings findings, ExpandLimits limits) {
    this.template = template;
    this.place = place;
    this.findings = findings;
    this.limit = limits.text();
  }

  /// The value of a tag; nothing when it has none, which was reported.
  @Nullable Node value(Tag tag, List<Node> sections) {
    Lookup found = Lookup.find(tag.path(), sections, place.scope());
    Lookup.Fault fault = found.fault();
    if (fault != null) {
      if (TextFunction.named(tag.path()) == null) {
        fault(tag, fault.code(), fault.message(), fault.hint());
      } else {
        String name = tag.path();
        fault(
            tag,
            ExpandCodes.TEXT_FUNCTION,
            "\""
                + name
                + "\" is a function over a text; write {{#"
                + name
                + "}}text{{/"
                + name
                + "}}",
            null);
      }
      return null;
    }
    Node value = found.value();
    if (value != null) {
      use(value.origin());
    }
    Origin through = found.through();
    if (through != null) {
      use(through);
    }
    return value;
  }

  /// The text of a tag within a text; nothing when it has none, which was reported.
  @Nullable String text(Tag tag, List<Node> sections) {
    Node value = value(tag, sections);
    if (value == null) {
      return null;
    }
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return scalar.value();
    }
    boolean nothing = value instanceof Scalar;
    fault(
        tag,
        ExpandCodes.NOT_TEXT,
        "\""
            + tag.path()
            + "\" is "
            + (nothing ? "empty here" : Values.shape(value))
            + "; within a text a tag needs a text",
        nothing
            ? "say what to write without it: {{^" + tag.path() + "}}...{{/" + tag.path() + "}}"
            : "go through it with {{#" + tag.path() + "}}...{{/" + tag.path() + "}}");
    return null;
  }

  /// The function that a section is, when nothing else of that name is known.
  @Nullable TextFunction function(Tag tag, List<Node> sections) {
    TextFunction function = TextFunction.named(tag.path());
    boolean hidden =
        function != null && Lookup.find(tag.path(), sections, place.scope()).value() != null;
    return hidden ? null : function;
  }

  void fault(Tag tag, Code code, String message, @Nullable String hint) {
    failed = true;
    if (++faults > Tags.MOST_FAULTS) {
      return;
    }
    Diagnostic finding = Diagnostic.of(code, tag.in(template), message).withHint(hint);
    findings.add(place.trace(finding));
  }

  private void use(Origin origin) {
    if (used.size() < FEW ? used.contains(origin) : !many().add(origin)) {
      return;
    }
    used.add(origin);
  }

  private Set<Origin> many() {
    Set<Origin> known = seen;
    if (known == null) {
      known = new HashSet<>(used);
      seen = known;
    }
    return known;
  }

  /// Whether there may be another turn of a section.
  boolean step() {
    if (++steps > MOST_STEPS) {
      tooLong("goes through more than " + MOST_STEPS + " turns");
    }
    return !stopped;
  }

  /// Whether a text of that length may still grow.
  boolean fits(int length) {
    if (length > limit) {
      tooLong("has more than " + limit + " characters");
    }
    return !stopped;
  }

  private void tooLong(String what) {
    if (!stopped) {
      stopped = true;
      failed = true;
      findings.add(
          place.trace(
              Diagnostic.of(
                  ExpandCodes.TOO_LARGE,
                  template.span(),
                  Values.show(template) + " " + what + "; a text is shorter")));
    }
  }

  boolean failed() {
    return failed;
  }

  List<Origin> used() {
    return used;
  }

  Place place() {
    return place;
  }
}
