package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Expands the children of groups and templates.
final class Children {
  /// What steers the expansion of a child and is gone afterwards.
  private static final List<String> STEERING = List.of("forEach", "as", "if", "use", "with", "key");

  private final ExpandRequest request;
  private final Deep deep;
  private final Findings findings;
  private final Loops loops;
  private final Conditions conditions;
  private final Arguments arguments;
  private final List<String> kinds = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();

  Children(ExpandRequest request, Deep deep, Findings findings) {
    this.request = request;
    this.deep = deep;
    this.findings = findings;
    this.loops = new Loops(findings, deep, request.tables(), request.limits());
    this.conditions = new Conditions(findings, deep.texts());
    this.arguments = new Arguments(deep, findings);
    kinds.add("group");
    for (ActionKind kind : ActionKind.WRITABLE) {
      kinds.add(kind.name());
    }
  }

  Set<String> used() {
    return used;
  }

  Set<String> files() {
    return loops.files();
  }

  Node expand(Sequence list, Place place, KeyRule rule, int depth) {
    if (depth > request.limits().depth()) {
      deep.tooDeep(list.span(), place);
      return new Sequence(list.origin(), List.of(), list.flow());
    }
    List<Node> out = new ArrayList<>(list.items().size());
    for (Node item : list.items()) {
      if (deep.spent()) {
        break;
      }
      if (item instanceof Mapping child) {
        child(child, place, rule, depth + 1, out);
      } else {
        out.add(item);
      }
    }
    List<Node> kept = unique(out);
    boolean same = place.made() == null && kept.size() == list.items().size();
    for (int i = 0; same && i < kept.size(); i++) {
      same = kept.get(i) == list.items().get(i);
    }
    return same ? list : new Sequence(Deep.origin(list, place, Layer.WRITTEN), kept, list.flow());
  }

  private void child(Mapping child, Place place, KeyRule rule, int depth, List<Node> out) {
    Node forEach = child.get("forEach");
    if (forEach == null) {
      once(child, place, rule, null, depth, out);
      return;
    }
    for (Loops.Turn turn : loops.turns(forEach, child.get("as"), place)) {
      if (deep.spent()) {
        return;
      }
      List<Origin> from = new ArrayList<>(turn.rows());
      Origin origin = new Origin(Layer.LOOP, forEach.span(), place.into(from));
      once(
          child, place.turn(turn.variables(), origin, turn.labels()), rule, turn.key(), depth, out);
    }
  }

  private void once(
      Mapping child, Place place, KeyRule rule, @Nullable Scalar turn, int depth, List<Node> out) {
    Place inside = place;
    Node condition = child.get("if");
    if (condition != null) {
      Conditions.Verdict verdict = conditions.decide(condition, place);
      if (!verdict.holds()) {
        return;
      }
      inside = place.condition(verdict.origin());
    }
    Node use = child.get("use");
    if (use instanceof Scalar name && kind(child) == null) {
      use(child, name, inside, rule, turn, depth, out);
    } else {
      out.add(node(child, inside, rule, turn, depth));
    }
  }

  private @Nullable Entry kind(Mapping child) {
    for (Entry entry : child.entries()) {
      if (kinds.contains(entry.key().value())) {
        return entry;
      }
    }
    return null;
  }

  private Node node(Mapping child, Place place, KeyRule rule, @Nullable Scalar turn, int depth) {
    deep.count(1, child.span(), place);
    Entry kind = kind(child);
    List<Entry> entries = new ArrayList<>(child.entries().size());
    boolean same = place.made() == null;
    for (Entry entry : child.entries()) {
      Node value = entry.value();
      String name = entry.key().value();
      deep.key(entry, place);
      if (entry == kind) {
        value = key(value, place, rule, turn);
      } else if (STEERING.contains(name)) {
        same = false;
        continue;
      } else if (name.equals("children") && value instanceof Sequence list) {
        value = expand(list, place, KeyRule.AS_WRITTEN, depth + 1);
      } else {
        value = deep.resolve(value, place, Layer.WRITTEN, depth + 1);
      }
      same &= value == entry.value();
      if (value != null) {
        entries.add(
            value == entry.value() ? entry : new Entry(entry.key(), value, entry.mergedAt()));
      }
    }
    return same
        ? child
        : new Mapping(Deep.origin(child, place, Layer.WRITTEN), entries, child.flow());
  }

  /// The key of a node: what is written, after the key of the use, before the key of the turn.
  private static Node key(Node written, Place place, KeyRule rule, @Nullable Scalar turn) {
    if (!(written instanceof Scalar own)) {
      return written;
    }
    String key = rule.of(own.value(), turn == null ? "" : turn.value());
    if (key.equals(own.value()) && place.made() == null) {
      return written;
    }
    List<Origin> from = turn == null ? List.of() : List.of(turn.origin());
    return new Scalar(own.origin().with(place.into(from)), key, Scalar.Style.PLAIN);
  }

  private void use(
      Mapping child,
      Scalar name,
      Place place,
      KeyRule rule,
      @Nullable Scalar turn,
      int depth,
      List<Node> out) {
    Mapping template = deep.count(1, name.span(), place) ? template(name, place) : null;
    if (template == null) {
      return;
    }
    used.add(name.value());
    Place inside = arguments.enter(child, name, template, place);
    if (!(template.get("children") instanceof Sequence body)) {
      return;
    }
    Node written = child.get("key");
    String own = written instanceof Scalar key ? key.value() : turn == null ? name.value() : "";
    String key = rule.of(own, turn == null ? "" : turn.value());
    boolean alone =
        body.items().size() == 1
            && body.items().get(0) instanceof Mapping only
            && only.get("forEach") == null;
    Node made = expand(body, inside, new KeyRule(key, alone), depth);
    List<Entry> handedDown = handedDown(child, place, depth);
    if (made instanceof Sequence list) {
      for (Node node : list.items()) {
        out.add(handDown(node, handedDown));
      }
    }
  }

  private @Nullable Mapping template(Scalar name, Place place) {
    if (Tags.any(name.value())) {
      findings.add(
          place.trace(
              Diagnostic.of(
                      ExpandCodes.NOT_INTERPOLATED,
                      name.span(),
                      Values.show(name) + " stands in use, which is not interpolated")
                  .withHint("use two templates, each with its if")));
      return null;
    }
    Mapping template = request.templates().get(name.value());
    if (template == null) {
      findings.add(
          place.trace(
              Diagnostic.of(
                      ExpandCodes.UNKNOWN_TEMPLATE,
                      name.span(),
                      "\"" + name.value() + "\" is not a template of the project")
                  .withHint(
                      Spelling.hint(name.value(), request.templates().keySet()).orElse(null))));
      return null;
    }
    boolean cycle = place.templates().contains(name.value());
    if (cycle || place.templates().size() >= request.limits().uses()) {
      List<String> stack = new ArrayList<>(place.templates());
      stack.add(name.value());
      findings.add(
          place.trace(
              Diagnostic.of(
                  cycle ? ExpandCodes.TEMPLATE_CYCLE : ExpandCodes.TOO_LARGE,
                  name.span(),
                  cycle
                      ? "\""
                          + String.join(" > ", stack)
                          + "\" is a circle; a template does not use itself"
                      : "\""
                          + stack.getFirst()
                          + " > ... > "
                          + stack.getLast()
                          + "\" goes deeper than "
                          + request.limits().uses()
                          + " uses; templates use templates at most that deep")));
      return null;
    }
    return template;
  }

  /// What a use says beside its own words (`calendar`) goes to each node it makes.
  private List<Entry> handedDown(Mapping child, Place place, int depth) {
    List<Entry> entries = new ArrayList<>(0);
    for (Entry entry : child.entries()) {
      if (!STEERING.contains(entry.key().value())) {
        Node value = deep.resolve(entry.value(), place, Layer.WRITTEN, depth + 1);
        if (value != null) {
          entries.add(new Entry(entry.key(), value, entry.mergedAt()));
        }
      }
    }
    return entries;
  }

  private static Node handDown(Node node, List<Entry> handedDown) {
    if (handedDown.isEmpty() || !(node instanceof Mapping mapping)) {
      return node;
    }
    List<Entry> entries = new ArrayList<>(mapping.entries());
    for (Entry entry : handedDown) {
      if (mapping.get(entry.key().value()) == null) {
        entries.add(entry);
      }
    }
    return new Mapping(mapping.origin(), entries, mapping.flow());
  }

  /// Drops children whose key is taken, when expansion made the key; what is written twice is the
  /// binder's to report.
  private List<Node> unique(List<Node> nodes) {
    Map<String, Scalar> seen = new HashMap<>();
    List<Node> kept = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      Entry kind = node instanceof Mapping mapping ? kind(mapping) : null;
      Scalar key = kind != null && kind.value() instanceof Scalar scalar ? scalar : null;
      Scalar before = key == null ? null : seen.putIfAbsent(key.value(), key);
      if (key == null || before == null || (isWritten(key) && isWritten(before))) {
        kept.add(node);
        continue;
      }
      findings.add(
          Diagnostic.of(
                  ExpandCodes.DUPLICATE_KEY,
                  way(key),
                  "\""
                      + key.value()
                      + "\" is the key of two nodes here; a key is given once in its"
                      + " group")
              .withLabel(way(before), "the first one is made here")
              .withHint("give the use a key of its own: key: ..."));
    }
    return kept;
  }

  private static boolean isWritten(Scalar key) {
    return key.origin().from().isEmpty();
  }

  /// Where a made key comes from, as people would look for it: the use, else the text.
  private static Span way(Scalar key) {
    for (Origin origin : key.origin().from()) {
      if (origin.layer() == Layer.USE) {
        return origin.span();
      }
    }
    return key.span();
  }
}
