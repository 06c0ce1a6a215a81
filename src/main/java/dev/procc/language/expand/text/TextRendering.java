package dev.procc.language.expand.text;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rendering of one text in a context: its lookups, the origins it used, its bounds and
/// findings.
public final class TextRendering {
  /// The most iterations of the sections of a text.
  private static final int MAX_STEPS = 100_000;

  /// The number of used origins from which they are looked up in a set.
  private static final int SET_THRESHOLD = 8;

  private final Scalar template;
  private final ExpansionContext context;
  private final Findings findings;
  private final int maxLength;
  private final List<Origin> usedOrigins = new ArrayList<>(2);
  private @Nullable Set<Origin> seen;
  private int steps;
  private int reportCount;
  private boolean failed;
  private boolean unknown;
  private boolean stopped;

  /// A rendering of the text of a scalar.
  public TextRendering(
      Scalar template, ExpansionContext context, Findings findings, ExpandLimits limits) {
    this.template = template;
    this.context = context;
    this.findings = findings;
    this.maxLength = limits.maxTextLength();
  }

  private static @Nullable String hint(Tag tag, @Nullable String ofName) {
    return tag.kind() == Tag.TagKind.SECTION ? TextFunction.hint(tag.path(), ofName) : ofName;
  }

  /// The value of a tag; null if it has none, which is reported.
  @Nullable YamlNode value(Tag tag, List<YamlNode> sections) {
    if (tag.path().equals(TagParser.LITERAL)) {
      return new Scalar(template.origin(), "{{", Scalar.Style.DOUBLE_QUOTED);
    }
    NameLookup lookup = NameLookup.find(tag.path(), sections, context.scope());
    NameLookup.LookupFailure failure = lookup.failure();
    if (failure != null) {
      if (TextFunction.find(tag.path()) == null) {
        report(tag, failure.code(), failure.message(), hint(tag, failure.hint()));
      } else {
        String name = tag.path();
        report(
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
    YamlNode value = lookup.value();
    unknown |= value instanceof Unknown;
    if (value != null) {
      recordUse(value.origin());
    }
    Origin via = lookup.via();
    if (via != null) {
      recordUse(via);
    }
    return value;
  }

  /// The text of a tag within a text; null if it has none, which is reported.
  @Nullable String text(Tag tag, List<YamlNode> sections) {
    YamlNode value = value(tag, sections);
    if (value == null || value instanceof Unknown) {
      return null;
    }
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return scalar.value();
    }
    boolean isNull = value instanceof Scalar;
    report(
        tag,
        ExpandCodes.NOT_TEXT,
        "\""
            + tag.path()
            + "\" is "
            + (isNull ? "empty here" : NodeValues.describeKind(value))
            + "; within a text a tag needs a text",
        isNull
            ? "say what to write without it: {{^" + tag.path() + "}}...{{/" + tag.path() + "}}"
            : "go through it with {{#" + tag.path() + "}}...{{/" + tag.path() + "}}");
    return null;
  }

  /// The text function of a section; null if there is none or a name in scope hides it.
  @Nullable TextFunction function(Tag tag, List<YamlNode> sections) {
    TextFunction function = TextFunction.find(tag.path());
    boolean hidden =
        function != null && NameLookup.find(tag.path(), sections, context.scope()).value() != null;
    return hidden ? null : function;
  }

  void report(Tag tag, Code code, String message, @Nullable String hint) {
    failed = true;
    if (++reportCount > TagParser.MAX_FINDINGS) {
      return;
    }
    Finding finding = Finding.of(code, tag.span(template), message).withHint(hint);
    findings.add(context.traced(finding));
  }

  private void recordUse(Origin origin) {
    if (usedOrigins.size() < SET_THRESHOLD
        ? usedOrigins.contains(origin)
        : !seenOrigins().add(origin)) {
      return;
    }
    usedOrigins.add(origin);
  }

  private Set<Origin> seenOrigins() {
    Set<Origin> known = seen;
    if (known == null) {
      known = new HashSet<>(usedOrigins);
      seen = known;
    }
    return known;
  }

  /// Whether a section may be rendered once more; the text is reported when it may not.
  boolean allowsStep() {
    if (++steps > MAX_STEPS) {
      stop("goes through more than " + MAX_STEPS + " turns");
    }
    return !stopped;
  }

  /// Whether the text may have that length; it is reported when it may not.
  boolean fits(int length) {
    if (length > maxLength) {
      stop("has more than " + maxLength + " characters");
    }
    return !stopped;
  }

  private void stop(String problem) {
    if (!stopped) {
      stopped = true;
      failed = true;
      findings.add(
          context.traced(
              Finding.of(
                  ExpandCodes.TOO_LARGE,
                  template.span(),
                  NodeValues.quoted(template) + " " + problem + "; a text is shorter")));
    }
  }

  /// Whether there is no text: for a fault in it, or a value that could not be read.
  boolean hasFailed() {
    return failed || unknown;
  }

  public List<Origin> usedOrigins() {
    return usedOrigins;
  }

  ExpansionContext context() {
    return context;
  }
}
