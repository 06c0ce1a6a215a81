package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.conditions.ConditionEvaluator;
import dev.procc.language.expand.loops.ForEachExpander;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The expansion of the children of groups and templates: loops, conditions, and uses of templates.
final class ChildExpander {
  private final ExpandRequest request;
  private final ValueExpander expander;
  private final Findings findings;
  private final ForEachExpander loops;
  private final ConditionEvaluator conditions;
  private final TemplateArguments arguments;

  /// The place at which a child is expanded.
  ///
  /// @param keys how its key is made
  /// @param iterationKey the key of the iteration of its loop; null outside loops
  private record ChildPlace(
      ExpansionContext context, KeyScheme keys, @Nullable Scalar iterationKey, int depth) {
    ChildPlace in(ExpansionContext inside) {
      return new ChildPlace(inside, keys, iterationKey, depth);
    }

    /// The final key of a child with its own key, which may be empty.
    String childKey(String own) {
      return keys.childKey(own, iterationKey == null ? "" : iterationKey.value());
    }
  }

  ChildExpander(ExpandRequest request, ValueExpander expander, Findings findings) {
    this.request = request;
    this.expander = expander;
    this.findings = findings;
    this.loops = new ForEachExpander(findings, expander, request.tables(), request.limits());
    this.conditions = new ConditionEvaluator(findings, expander.interpolator());
    this.arguments = new TemplateArguments(expander, findings);
  }

  /// The list with each child expanded; the list itself if nothing changes.
  YamlNode expand(Sequence list, ExpansionContext context, KeyScheme keys, int depth) {
    if (depth > request.limits().maxDepth()) {
      expander.reportTooDeep(list.span(), context);
      return new Sequence(list.origin(), List.of(), list.flow());
    }
    ChildPlace place = new ChildPlace(context, keys, null, depth + 1);
    List<YamlNode> expanded = new ArrayList<>(list.items().size());
    List<YamlNode> makers = new ArrayList<>(list.items().size());
    for (YamlNode item : list.items()) {
      if (expander.isExhausted()) {
        break;
      }
      if (item instanceof Mapping child) {
        expandChild(child, place, expanded);
      } else {
        expanded.add(item);
      }
      while (makers.size() < expanded.size()) {
        makers.add(item);
      }
    }
    List<YamlNode> kept = unique(expanded, makers);
    boolean same = context.enclosing() == null && kept.size() == list.items().size();
    for (int i = 0; same && i < kept.size(); i++) {
      same = kept.get(i) == list.items().get(i);
    }
    return same
        ? list
        : new Sequence(ValueExpander.origin(list, context, Layer.WRITTEN), kept, list.flow());
  }

  private void expandChild(Mapping child, ChildPlace place, List<YamlNode> out) {
    YamlNode forEach = child.get("forEach");
    if (forEach == null) {
      expandOnce(child, place, out);
      return;
    }
    ExpansionContext context = place.context();
    ForEachExpander.ExpandedLoop expanded = loops.iterations(forEach, child.get("as"), context);
    if (!expanded.complete()) {
      out.add(new Unknown(child.origin()));
    }
    for (ForEachExpander.LoopIteration iteration : expanded.iterations()) {
      if (expander.isExhausted()) {
        return;
      }
      List<Origin> inputs = context.withEnclosing(new ArrayList<>(iteration.rowOrigins()));
      Origin loop = new Origin(Layer.LOOP, forEach.span(), inputs);
      ExpansionContext inside =
          context.inIteration(iteration.variables(), loop, iteration.labels());
      expandOnce(child, new ChildPlace(inside, place.keys(), iteration.key(), place.depth()), out);
    }
  }

  private void expandOnce(Mapping child, ChildPlace place, List<YamlNode> out) {
    ChildPlace inside = place;
    YamlNode condition = child.get("if");
    if (condition != null) {
      ConditionEvaluator.ConditionResult result = conditions.decide(condition, place.context());
      if (!result.holds()) {
        return;
      }
      inside = place.in(place.context().inCondition(result.origin()));
    }
    YamlNode use = ChildNodes.kindEntry(child) == null ? child.get("use") : null;
    if (use instanceof Scalar template) {
      expandTemplate(child, template, inside, out);
    } else if (use instanceof Unknown) {
      out.add(use);
    } else {
      out.add(expandNode(child, inside));
    }
  }

  private YamlNode expandNode(Mapping child, ChildPlace place) {
    ExpansionContext context = place.context();
    expander.reserve(1, child, context);
    MappingEntry kind = ChildNodes.kindEntry(child);
    List<MappingEntry> entries = new ArrayList<>(child.entries().size());
    boolean same = context.enclosing() == null;
    for (MappingEntry entry : child.entries()) {
      YamlNode value = entry.value();
      String name = entry.key().value();
      expander.checkKey(entry, context);
      if (entry == kind) {
        value = nodeKey(value, place);
      } else if (ChildNodes.CONTROL_KEYS.contains(name)) {
        same = false;
        continue;
      } else if (name.equals("children") && value instanceof Sequence list) {
        value = expand(list, context, KeyScheme.AS_WRITTEN, place.depth() + 1);
      } else {
        value = expander.expand(value, context, Layer.WRITTEN, place.depth() + 1);
      }
      same &= value == entry.value();
      if (value != null) {
        entries.add(ChildNodes.withValue(entry, value));
      }
    }
    return same
        ? child
        : new Mapping(ValueExpander.origin(child, context, Layer.WRITTEN), entries, child.flow());
  }

  /// The key of a node: the written one, after the key of the use, before that of the iteration.
  private static YamlNode nodeKey(YamlNode written, ChildPlace place) {
    if (!(written instanceof Scalar own)) {
      return written;
    }
    String key = place.childKey(own.value());
    ExpansionContext context = place.context();
    if (key.equals(own.value()) && context.enclosing() == null) {
      return written;
    }
    Scalar iterationKey = place.iterationKey();
    List<Origin> from = iterationKey == null ? List.of() : List.of(iterationKey.origin());
    return new Scalar(
        own.origin().withInputs(context.withEnclosing(from)), key, Scalar.Style.PLAIN);
  }

  private void expandTemplate(Mapping child, Scalar name, ChildPlace place, List<YamlNode> out) {
    ExpansionContext context = place.context();
    Mapping template = expander.reserve(1, name, context) ? findTemplate(name, context) : null;
    if (template == null) {
      out.add(new Unknown(child.origin()));
      return;
    }
    ExpansionContext inside = arguments.bind(child, name, template, context);
    if (!(template.get("children") instanceof Sequence children)) {
      out.add(new Unknown(child.origin()));
      return;
    }
    String own = place.iterationKey() == null ? name.value() : "";
    own = child.get("key") instanceof Scalar written ? written.value() : own;
    boolean isSingle =
        children.items().size() == 1
            && children.items().get(0) instanceof Mapping only
            && only.get("forEach") == null;
    KeyScheme keys = new KeyScheme(place.childKey(own), isSingle);
    YamlNode expanded = expand(children, inside, keys, place.depth());
    List<MappingEntry> inherited = inheritedFields(child, place);
    if (expanded instanceof Sequence list) {
      for (YamlNode node : list.items()) {
        out.add(inherit(node, inherited));
      }
    }
  }

  /// The template that a use names; null if it cannot be used here, which is reported.
  private @Nullable Mapping findTemplate(Scalar name, ExpansionContext context) {
    Mapping template = request.templates().get(name.value());
    Finding fault = null;
    if (TagParser.containsTag(name.value())) {
      fault =
          Finding.of(
                  ExpandCodes.NOT_INTERPOLATED,
                  name.span(),
                  NodeValues.quoted(name) + " stands in use, which is not interpolated")
              .withHint("use two templates, each with its if");
    } else if (template == null
        && (request.templates().containsKey("") || name.value().equals(Address.ROOT))) {
      // It may be one that could not be read; the key of the root group was reported.
      return null;
    } else if (template == null) {
      Set<String> known = request.templates().keySet();
      fault =
          Finding.of(
                  ExpandCodes.UNKNOWN_TEMPLATE,
                  name.span(),
                  "\"" + name.value() + "\" is not a template of the project")
              .withHint(Spelling.hint(name.value(), known).orElse(null));
    } else {
      fault = nestingFault(name, context.templateStack());
    }
    if (fault != null) {
      findings.add(context.traced(fault));
      return null;
    }
    return template;
  }

  /// The finding about a template that uses itself or is nested too deeply; null if it is neither.
  private @Nullable Finding nestingFault(Scalar name, List<String> templateStack) {
    int maxUses = request.limits().maxUses();
    if (templateStack.contains(name.value())) {
      String circle = String.join(" > ", templateStack) + " > " + name.value();
      return Finding.of(
          ExpandCodes.TEMPLATE_CYCLE,
          name.span(),
          "\"" + circle + "\" is a circle; a template does not use itself");
    }
    if (templateStack.size() < maxUses) {
      return null;
    }
    return Finding.of(
        ExpandCodes.TOO_LARGE,
        name.span(),
        "\""
            + templateStack.getFirst()
            + " > ... > "
            + name.value()
            + "\" goes deeper than "
            + maxUses
            + " uses; templates use templates at most that deep");
  }

  /// The fields of a use (such as `calendar`) that each node made by it inherits.
  private List<MappingEntry> inheritedFields(Mapping child, ChildPlace place) {
    List<MappingEntry> entries = new ArrayList<>(0);
    for (MappingEntry entry : child.entries()) {
      if (!ChildNodes.CONTROL_KEYS.contains(entry.key().value())) {
        YamlNode value =
            expander.expand(entry.value(), place.context(), Layer.WRITTEN, place.depth() + 1);
        if (value != null) {
          entries.add(new MappingEntry(entry.key(), value, entry.mergedAt()));
        }
      }
    }
    return entries;
  }

  /// A node with the fields of its use, which take precedence over its own; of labels, each by
  /// itself.
  private static YamlNode inherit(YamlNode node, List<MappingEntry> inherited) {
    if (inherited.isEmpty() || !(node instanceof Mapping mapping)) {
      return node;
    }
    List<MappingEntry> entries = new ArrayList<>(mapping.entries());
    for (MappingEntry entry : inherited) {
      MappingEntry own = mapping.entry(entry.key().value());
      if (own == null) {
        entries.add(entry);
      } else {
        boolean parts = entry.value() instanceof Mapping && own.value() instanceof Mapping;
        YamlNode value =
            parts ? inherit(own.value(), ((Mapping) entry.value()).entries()) : entry.value();
        entries.set(entries.indexOf(own), new MappingEntry(own.key(), value, own.mergedAt()));
      }
    }
    return new Mapping(mapping.origin(), entries, mapping.flow());
  }

  /// The children without those whose key an earlier one has, which is reported; keys that are
  /// written twice are left to the binder.
  ///
  /// @param makers the item that made each child
  private List<YamlNode> unique(List<YamlNode> nodes, List<YamlNode> makers) {
    Map<String, Integer> seen = new HashMap<>();
    List<YamlNode> kept = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Scalar key = nodes.get(i) instanceof Mapping mapping ? ChildNodes.key(mapping) : null;
      Integer first = key == null ? null : seen.putIfAbsent(key.value(), i);
      Scalar before = first == null ? null : ChildNodes.key((Mapping) nodes.get(first));
      if (key == null || first == null || before == null) {
        kept.add(nodes.get(i));
        continue;
      }
      if (isWritten(key) && isWritten(before)) {
        kept.add(withFreshKey((Mapping) nodes.get(i), seen, i));
        continue;
      }
      if (isWrittenTwice(makers.get(i), makers.get(first))) {
        continue;
      }
      findings.add(
          Finding.of(
                  ExpandCodes.DUPLICATE_KEY,
                  originSpan(key),
                  "\""
                      + key.value()
                      + "\" is the key of two nodes here; a key is given once in its"
                      + " group")
              .withLabel(originSpan(before), "the first one is made here")
              .withHint(
                  originSpan(key).equals(key.span()) && originSpan(before).equals(before.span())
                      ? "give one of the two another key"
                      : "give the use a key of its own: key: ..."));
    }
    return kept;
  }

  /// The node under a free key, so that it is checked beside the one that has its own.
  private static Mapping withFreshKey(Mapping node, Map<String, Integer> taken, int index) {
    MappingEntry kind = Objects.requireNonNull(ChildNodes.kindEntry(node));
    Scalar key = (Scalar) kind.value();
    int number = 2;
    while (taken.containsKey(key.value() + "-" + number)) {
      number++;
    }
    Scalar fresh = new Scalar(key.origin(), key.value() + "-" + number, key.style());
    taken.put(fresh.value(), index);
    List<MappingEntry> entries = new ArrayList<>(node.entries());
    entries.set(entries.indexOf(kind), ChildNodes.withValue(kind, fresh));
    return new Mapping(node.origin(), entries, node.flow());
  }

  private static boolean isWritten(Scalar key) {
    return key.origin().inputs().isEmpty();
  }

  /// Whether two items have the same key as written, which the binder reports. The keys of a loop
  /// come from its turns.
  private static boolean isWrittenTwice(YamlNode item, YamlNode before) {
    String key = item == before ? "" : writtenKey(item);
    return !key.isEmpty() && key.equals(writtenKey(before)) && !TagParser.containsTag(key);
  }

  /// The key of an item that makes one node or uses a template once; empty for any other.
  private static String writtenKey(YamlNode item) {
    if (!(item instanceof Mapping child) || child.get("forEach") != null) {
      return "";
    }
    Scalar own = ChildNodes.key(child);
    YamlNode key = own == null ? child.get("key") : own;
    return (key == null ? child.get("use") : key) instanceof Scalar written ? written.value() : "";
  }

  /// The place where an author would look for a key: the use that made it, else its own text.
  private static Span originSpan(Scalar key) {
    for (Origin origin : key.origin().inputs()) {
      if (origin.layer() == Layer.TEMPLATE_USE) {
        return origin.span();
      }
    }
    return key.span();
  }
}
