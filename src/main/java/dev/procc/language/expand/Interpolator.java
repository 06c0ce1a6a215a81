package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the texts of a definition into values, at a place.
///
/// A text without a tag is left alone; one that is a single tag takes the value itself; one with
/// names only is put together here; sections, inverted sections and functions go through `Engine`.
final class Interpolator {
  private final Map<String, Parsed> cache = new HashMap<>();
  private final Findings findings;
  private final ExpandLimits limits;

  /// A text that was read.
  private static final class Parsed {
    final List<Tag> tags;
    final boolean lone;
    final boolean namesOnly;
    @Nullable Engine engine;

    Parsed(String text, List<Tag> tags) {
      this.tags = tags;
      this.lone = Tags.lone(tags, text);
      this.namesOnly = onlyNames(tags);
    }

    private static boolean onlyNames(List<Tag> tags) {
      for (Tag tag : tags) {
        if (tag.kind() != Tag.Kind.VALUE) {
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

  /// The value of a scalar at a place.
  ///
  /// What cannot be made is reported and stays as written.
  ///
  /// @param layer the part that the scalar plays
  /// @return nothing when the scalar is one tag whose value is absent
  @Nullable Node value(Scalar scalar, Place place, Layer layer) {
    if (!Tags.any(scalar.value())) {
      return place.made() == null && layer == Layer.WRITTEN
          ? scalar
          : new Scalar(origin(scalar, layer, place, List.of()), scalar.value(), scalar.style());
    }
    Parsed parsed = parse(scalar, place);
    if (parsed == null) {
      return scalar;
    }
    Run run = new Run(scalar, place, findings, limits);
    return parsed.lone
        ? lone(scalar, parsed.tags.get(0), run, layer)
        : text(scalar, parsed, run, layer);
  }

  private @Nullable Node lone(Scalar scalar, Tag tag, Run run, Layer layer) {
    Node value = run.value(tag, List.of());
    if (value == null) {
      return scalar;
    }
    if (Values.isAbsent(value)) {
      return null;
    }
    return Values.withOrigin(value, origin(scalar, layer, run.place(), run.used()));
  }

  private Node text(Scalar scalar, Parsed parsed, Run run, Layer layer) {
    String made =
        parsed.namesOnly
            ? put(scalar.value(), parsed.tags, run)
            : engine(scalar, parsed).render(run);
    if (run.failed()) {
      return scalar;
    }
    return new Scalar(origin(scalar, layer, run.place(), run.used()), made, scalar.style());
  }

  static String put(String text, List<Tag> tags, Run run) {
    StringBuilder made = new StringBuilder(text.length() + 16);
    int at = 0;
    for (Tag tag : tags) {
      made.append(text, at, tag.start());
      at = tag.end();
      String value = run.text(tag, List.of());
      if (value != null && run.fits(made.length() + value.length())) {
        made.append(value);
      }
    }
    made.append(text, at, text.length());
    run.fits(made.length());
    return made.toString();
  }

  private static Engine engine(Scalar scalar, Parsed parsed) {
    Engine engine = parsed.engine;
    if (engine == null) {
      engine = new Engine(scalar.value(), parsed.tags);
      parsed.engine = engine;
    }
    return engine;
  }

  private @Nullable Parsed parse(Scalar scalar, Place place) {
    Parsed known = cache.get(scalar.value());
    if (known != null) {
      return known;
    }
    Outcome<List<Tag>> tags = Tags.of(scalar, limits.sections());
    if (!tags.diagnostics().isEmpty()) {
      for (Diagnostic fault : tags.diagnostics()) {
        findings.add(place.trace(fault));
      }
      return null;
    }
    Parsed parsed = new Parsed(scalar.value(), tags.value().orElse(List.of()));
    cache.put(scalar.value(), parsed);
    return parsed;
  }

  private static Origin origin(Scalar scalar, Layer layer, Place place, List<Origin> used) {
    List<Origin> into = place.into(used);
    Origin own = scalar.origin();
    if (layer == Layer.WRITTEN) {
      return own.with(into);
    }
    return new Origin(layer, own.span(), own.from()).with(into);
  }
}
