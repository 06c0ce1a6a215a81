package dev.procc.language.expand;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/// Turns the document of a process into the process that it means: outside in, `forEach`, `as`,
/// `if`, `use`; every text made; the overrides of the target before, the changes of the period
/// after.
///
/// A node that a template, a loop or a condition made keeps the span of the text that made it; its
/// origin leads on to each use, row and condition around it. Where nothing had to be made, the
/// nodes of the document themselves come back.
public final class Expander {
  /// Fields of a process that hold no texts to make, or are made on their own.
  private static final List<String> KEPT = List.of("procc", "kind", "key", "variables", "moved");

  private final ExpandRequest request;
  private final Findings findings = new Findings();
  private final Deep deep;
  private final Children children;

  private Expander(ExpandRequest request) {
    this.request = request;
    this.deep = new Deep(request.limits(), findings);
    this.children = new Children(request, deep, findings);
  }

  /// Expands one process.
  ///
  /// The value is there whatever was found; a text that could not be made stays as written.
  public static Outcome<Expansion> expand(ExpandRequest request) {
    Expander expander = new Expander(request);
    Expansion expansion = expander.run();
    return Outcome.of(expansion, expander.findings.list());
  }

  private Expansion run() {
    Scope scope = request.facts().scope().with(request.variables().values());
    Place place = Place.start(scope);
    Mapping written = Overrides.apply(request.process(), request.target(), findings);
    Mapping expanded = process(written, place);
    Mapping changed = Changes.apply(expanded, request.period(), place, deep, findings);
    return new Expansion(
        changed, new ArrayList<>(children.used()), new ArrayList<>(children.files()));
  }

  private Mapping process(Mapping process, Place place) {
    List<Entry> entries = new ArrayList<>(process.entries().size());
    boolean same = true;
    for (Entry entry : process.entries()) {
      Node value = entry.value();
      String name = entry.key().value();
      if (name.equals("root") && value instanceof Mapping root) {
        value = root(root, place);
      } else if (!KEPT.contains(name)) {
        value = deep.resolve(value, place, Layer.WRITTEN, 1);
      }
      same &= value == entry.value();
      if (value != null) {
        entries.add(
            value == entry.value() ? entry : new Entry(entry.key(), value, entry.mergedAt()));
      }
    }
    return same ? process : new Mapping(process.origin(), entries, process.flow());
  }

  private Mapping root(Mapping root, Place place) {
    List<Entry> entries = new ArrayList<>(root.entries().size());
    for (Entry entry : root.entries()) {
      Node value =
          entry.key().value().equals("children") && entry.value() instanceof Sequence list
              ? children.expand(list, place, KeyRule.AS_WRITTEN, 2)
              : deep.resolve(entry.value(), place, Layer.WRITTEN, 2);
      if (value != null) {
        entries.add(
            value == entry.value() ? entry : new Entry(entry.key(), value, entry.mergedAt()));
      }
    }
    return new Mapping(root.origin(), entries, root.flow());
  }
}
