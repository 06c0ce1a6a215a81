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
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Expands the children of groups and templates.
final class ChildExpander {
  /// What steers the expansion of a child and is gone afterwards.
  private static final List<String> CONTROL_KEYS =
      List.of("forEach", "as", "if", "use", "with", "key");

  private final ExpandRequest request;
  private final ValueExpander expander;
  private final Findings findings;
  private final ForEachExpander loops;
  private final ConditionEvaluator conditions;
  private final TemplateArguments arguments;
  private final List<String> kinds = new ArrayList<>();
  private final Set<String> usedTemplates = new LinkedHashSet<>();

  ChildExpander(ExpandRequest request, ValueExpander expander, Findings findings) {
    this.request = request;
    this.expander = expander;
    this.findings = findings;
    this.loops = new ForEachExpander(findings, expander, request.tables(), request.limits());
    this.conditions = new ConditionEvaluator(findings, expander.interpolator());
    this.arguments = new TemplateArguments(expander, findings);
    kinds.add("group");
    for (ActionKind kind : ActionKind.WRITABLE) {
      kinds.add(kind.name());
    }
  }

  Set<String> usedTemplates() {
    return usedTemplates;
  }

  Set<String> tableFiles() {
    return loops.tableFiles();
  }

  YamlNode expand(Sequence list, ExpansionContext context, KeyScheme rule, int depth) {
    if (depth > request.limits().maxDepth()) {
      expander.reportTooDeep(list.span(), context);
      return new Sequence(list.origin(), List.of(), list.flow());
    }
    List<YamlNode> out = new ArrayList<>(list.items().size());
    for (YamlNode item : list.items()) {
      if (expander.isExhausted()) {
        break;
      }
      if (item instanceof Mapping child) {
        expandChild(child, context, rule, depth + 1, out);
      } else {
        out.add(item);
      }
    }
    List<YamlNode> kept = unique(out);
    boolean same = context.enclosing() == null && kept.size() == list.items().size();
    for (int i = 0; same && i < kept.size(); i++) {
      same = kept.get(i) == list.items().get(i);
    }
    return same
        ? list
        : new Sequence(ValueExpander.origin(list, context, Layer.WRITTEN), kept, list.flow());
  }

  private void expandChild(
      Mapping child, ExpansionContext context, KeyScheme rule, int depth, List<YamlNode> out) {
    YamlNode forEach = child.get("forEach");
    if (forEach == null) {
      expandOnce(child, context, rule, null, depth, out);
      return;
    }
    for (ForEachExpander.LoopIteration turn : loops.iterations(forEach, child.get("as"), context)) {
      if (expander.isExhausted()) {
        return;
      }
      List<Origin> from = new ArrayList<>(turn.rowOrigins());
      Origin origin = new Origin(Layer.LOOP, forEach.span(), context.withEnclosing(from));
      expandOnce(
          child,
          context.inIteration(turn.variables(), origin, turn.labels()),
          rule,
          turn.key(),
          depth,
          out);
    }
  }

  private void expandOnce(
      Mapping child,
      ExpansionContext context,
      KeyScheme rule,
      @Nullable Scalar turn,
      int depth,
      List<YamlNode> out) {
    ExpansionContext inside = context;
    YamlNode condition = child.get("if");
    if (condition != null) {
      ConditionEvaluator.ConditionResult verdict = conditions.decide(condition, context);
      if (!verdict.holds()) {
        return;
      }
      inside = context.inCondition(verdict.origin());
    }
    YamlNode use = child.get("use");
    if (use instanceof Scalar name && kindEntry(child) == null) {
      expandTemplate(child, name, inside, rule, turn, depth, out);
    } else {
      out.add(expandNode(child, inside, rule, turn, depth));
    }
  }

  private @Nullable MappingEntry kindEntry(Mapping child) {
    for (MappingEntry entry : child.entries()) {
      if (kinds.contains(entry.key().value())) {
        return entry;
      }
    }
    return null;
  }

  private YamlNode expandNode(
      Mapping child, ExpansionContext context, KeyScheme rule, @Nullable Scalar turn, int depth) {
    expander.reserve(1, child.span(), context);
    MappingEntry kind = kindEntry(child);
    List<MappingEntry> entries = new ArrayList<>(child.entries().size());
    boolean same = context.enclosing() == null;
    for (MappingEntry entry : child.entries()) {
      YamlNode value = entry.value();
      String name = entry.key().value();
      expander.checkKey(entry, context);
      if (entry == kind) {
        value = nodeKey(value, context, rule, turn);
      } else if (CONTROL_KEYS.contains(name)) {
        same = false;
        continue;
      } else if (name.equals("children") && value instanceof Sequence list) {
        value = expand(list, context, KeyScheme.AS_WRITTEN, depth + 1);
      } else {
        value = expander.expand(value, context, Layer.WRITTEN, depth + 1);
      }
      same &= value == entry.value();
      if (value != null) {
        entries.add(
            value == entry.value()
                ? entry
                : new MappingEntry(entry.key(), value, entry.mergedAt()));
      }
    }
    return same
        ? child
        : new Mapping(ValueExpander.origin(child, context, Layer.WRITTEN), entries, child.flow());
  }

  /// The key of a node: what is written, after the key of the use, before the key of the turn.
  private static YamlNode nodeKey(
      YamlNode written, ExpansionContext context, KeyScheme rule, @Nullable Scalar turn) {
    if (!(written instanceof Scalar own)) {
      return written;
    }
    String key = rule.childKey(own.value(), turn == null ? "" : turn.value());
    if (key.equals(own.value()) && context.enclosing() == null) {
      return written;
    }
    List<Origin> from = turn == null ? List.of() : List.of(turn.origin());
    return new Scalar(
        own.origin().withInputs(context.withEnclosing(from)), key, Scalar.Style.PLAIN);
  }

  private void expandTemplate(
      Mapping child,
      Scalar name,
      ExpansionContext context,
      KeyScheme rule,
      @Nullable Scalar turn,
      int depth,
      List<YamlNode> out) {
    Mapping template =
        expander.reserve(1, name.span(), context) ? findTemplate(name, context) : null;
    if (template == null) {
      return;
    }
    usedTemplates.add(name.value());
    ExpansionContext inside = arguments.bind(child, name, template, context);
    if (!(template.get("children") instanceof Sequence body)) {
      return;
    }
    YamlNode written = child.get("key");
    String own = written instanceof Scalar key ? key.value() : turn == null ? name.value() : "";
    String key = rule.childKey(own, turn == null ? "" : turn.value());
    boolean alone =
        body.items().size() == 1
            && body.items().get(0) instanceof Mapping only
            && only.get("forEach") == null;
    YamlNode made = expand(body, inside, new KeyScheme(key, alone), depth);
    List<MappingEntry> handedDown = inheritedFields(child, context, depth);
    if (made instanceof Sequence list) {
      for (YamlNode node : list.items()) {
        out.add(inherit(node, handedDown));
      }
    }
  }

  private @Nullable Mapping findTemplate(Scalar name, ExpansionContext context) {
    if (TagParser.containsTag(name.value())) {
      findings.add(
          context.traced(
              Finding.of(
                      ExpandCodes.NOT_INTERPOLATED,
                      name.span(),
                      NodeValues.quoted(name) + " stands in use, which is not interpolated")
                  .withHint("use two templates, each with its if")));
      return null;
    }
    Mapping template = request.templates().get(name.value());
    if (template == null) {
      findings.add(
          context.traced(
              Finding.of(
                      ExpandCodes.UNKNOWN_TEMPLATE,
                      name.span(),
                      "\"" + name.value() + "\" is not a template of the project")
                  .withHint(
                      Spelling.hint(name.value(), request.templates().keySet()).orElse(null))));
      return null;
    }
    boolean cycle = context.templateStack().contains(name.value());
    if (cycle || context.templateStack().size() >= request.limits().maxUses()) {
      List<String> stack = new ArrayList<>(context.templateStack());
      stack.add(name.value());
      findings.add(
          context.traced(
              Finding.of(
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
                          + request.limits().maxUses()
                          + " uses; templates use templates at most that deep")));
      return null;
    }
    return template;
  }

  /// What a use says beside its own words (`calendar`) goes to each node it makes.
  private List<MappingEntry> inheritedFields(Mapping child, ExpansionContext context, int depth) {
    List<MappingEntry> entries = new ArrayList<>(0);
    for (MappingEntry entry : child.entries()) {
      if (!CONTROL_KEYS.contains(entry.key().value())) {
        YamlNode value = expander.expand(entry.value(), context, Layer.WRITTEN, depth + 1);
        if (value != null) {
          entries.add(new MappingEntry(entry.key(), value, entry.mergedAt()));
        }
      }
    }
    return entries;
  }

  private static YamlNode inherit(YamlNode node, List<MappingEntry> handedDown) {
    if (handedDown.isEmpty() || !(node instanceof Mapping mapping)) {
      return node;
    }
    List<MappingEntry> entries = new ArrayList<>(mapping.entries());
    for (MappingEntry entry : handedDown) {
      if (mapping.get(entry.key().value()) == null) {
        entries.add(entry);
      }
    }
    return new Mapping(mapping.origin(), entries, mapping.flow());
  }

  /// Drops children whose key is taken, when expansion made the key; what is written twice is the
  /// binder's to report.
  private List<YamlNode> unique(List<YamlNode> nodes) {
    Map<String, Scalar> seen = new HashMap<>();
    List<YamlNode> kept = new ArrayList<>(nodes.size());
    for (YamlNode node : nodes) {
      MappingEntry kind = node instanceof Mapping mapping ? kindEntry(mapping) : null;
      Scalar key = kind != null && kind.value() instanceof Scalar scalar ? scalar : null;
      Scalar before = key == null ? null : seen.putIfAbsent(key.value(), key);
      if (key == null || before == null || (isWritten(key) && isWritten(before))) {
        kept.add(node);
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
              .withHint("give the use a key of its own: key: ..."));
    }
    return kept;
  }

  private static boolean isWritten(Scalar key) {
    return key.origin().inputs().isEmpty();
  }

  /// Where a made key comes from, as people would look for it: the use, else the text.
  private static Span originSpan(Scalar key) {
    for (Origin origin : key.origin().inputs()) {
      if (origin.layer() == Layer.TEMPLATE_USE) {
        return origin.span();
      }
    }
    return key.span();
  }
}
