package dev.procc.language.expand.text;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Interpolates the texts of a definition.
///
/// A text without a tag stays as it is; one that is a single tag becomes the value itself; one with
/// names only is rendered here; sections, inverted sections and functions go through
/// `MustacheEngine`.
public final class Interpolator {
  private final Map<String, ParsedText> cache = new HashMap<>();
  private final Findings findings;
  private final ExpandLimits limits;

  /// A text with its tags, and the compiled engine once it was needed.
  private static final class ParsedText {
    final List<Tag> tags;
    final boolean singleTag;
    final boolean namesOnly;
    @Nullable MustacheEngine engine;

    ParsedText(String text, List<Tag> tags) {
      this.tags = tags;
      this.singleTag = TagParser.isSingleTag(tags, text);
      this.namesOnly = onlyNames(tags);
    }

    private static boolean onlyNames(List<Tag> tags) {
      for (Tag tag : tags) {
        if (tag.kind() != Tag.TagKind.VALUE) {
          return false;
        }
      }
      return true;
    }
  }

  Interpolator(Findings findings, ExpandLimits limits) {
    this.findings = findings;
    this.limits = limits;
  }

  /// The value of a scalar in a context; a text that cannot be rendered is reported and unknown.
  ///
  /// @param layer the layer of the origin of the value
  /// @return null if the scalar is one tag whose value is absent
  @Nullable
  public YamlNode value(Scalar scalar, ExpansionContext context, Layer layer) {
    if (scalar.value().indexOf('{') >= 0 && LostBraces.areFound(scalar, context, findings)) {
      return new Unknown(scalar.origin());
    }
    if (!TagParser.containsTag(scalar.value())) {
      return context.enclosing() == null && layer == Layer.WRITTEN
          ? scalar
          : new Scalar(origin(scalar, layer, context, List.of()), scalar.value(), scalar.style());
    }
    ParsedText parsed = parsed(scalar, context);
    if (parsed == null) {
      return new Unknown(scalar.origin());
    }
    TextRendering rendering = new TextRendering(scalar, context, findings, limits);
    return parsed.singleTag
        ? singleTagValue(scalar, parsed.tags.get(0), rendering, layer)
        : renderText(scalar, parsed, rendering, layer);
  }

  private @Nullable YamlNode singleTagValue(
      Scalar scalar, Tag tag, TextRendering rendering, Layer layer) {
    YamlNode value = rendering.value(tag, List.of());
    if (value == null) {
      return new Unknown(scalar.origin());
    }
    if (NodeValues.isAbsent(value)) {
      return null;
    }
    return NodeValues.withOrigin(
        value, origin(scalar, layer, rendering.context(), rendering.usedOrigins()));
  }

  private YamlNode renderText(
      Scalar scalar, ParsedText parsed, TextRendering rendering, Layer layer) {
    String rendered =
        parsed.namesOnly
            ? substitute(scalar.value(), parsed.tags, rendering)
            : engine(scalar, parsed).render(rendering);
    if (rendering.hasFailed()) {
      return new Unknown(scalar.origin());
    }
    return new Scalar(
        origin(scalar, layer, rendering.context(), rendering.usedOrigins()),
        rendered,
        scalar.style());
  }

  /// A text with each tag replaced by its text; for texts whose tags are names only.
  public static String substitute(String text, List<Tag> tags, TextRendering rendering) {
    StringBuilder rendered = new StringBuilder(text.length() + 16);
    int at = 0;
    for (Tag tag : tags) {
      rendered.append(text, at, tag.start());
      at = tag.end();
      String value = rendering.text(tag, List.of());
      if (value != null && rendering.fits(rendered.length() + value.length())) {
        rendered.append(value);
      }
    }
    rendered.append(text, at, text.length());
    rendering.fits(rendered.length());
    return rendered.toString();
  }

  private static MustacheEngine engine(Scalar scalar, ParsedText parsed) {
    MustacheEngine engine = parsed.engine;
    if (engine == null) {
      engine = new MustacheEngine(scalar.value(), parsed.tags);
      parsed.engine = engine;
    }
    return engine;
  }

  private @Nullable ParsedText parsed(Scalar scalar, ExpansionContext context) {
    ParsedText known = cache.get(scalar.value());
    if (known != null) {
      return known;
    }
    Outcome<List<Tag>> tags = TagParser.parse(scalar, limits.maxSections());
    if (!tags.findings().isEmpty()) {
      for (Finding fault : tags.findings()) {
        findings.add(context.traced(fault));
      }
      return null;
    }
    ParsedText parsed = new ParsedText(scalar.value(), tags.value().orElse(List.of()));
    cache.put(scalar.value(), parsed);
    return parsed;
  }

  private static Origin origin(
      Scalar scalar, Layer layer, ExpansionContext context, List<Origin> used) {
    List<Origin> inputs = context.withEnclosing(used);
    Origin own = scalar.origin();
    if (layer == Layer.WRITTEN) {
      return own.withInputs(inputs);
    }
    return new Origin(layer, own.span(), own.inputs()).withInputs(inputs);
  }
}
