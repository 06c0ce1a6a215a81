package dev.procc.language.expand.loops;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Label;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.text.Slug;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.scope.Scope;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys of the iterations of a loop, with findings about those that are missing or not unique.
final class LoopKeys {
  /// An item of a list, an entry of a map or a row of a table, with its key.
  ///
  /// @param rowOrigin the origin of its value
  /// @param label its place, for findings
  record LoopItem(YamlNode value, Scalar key, Origin rowOrigin, @Nullable Label label) {}

  private static final Scope EMPTY_SCOPE = Scope.ofBuiltIns(Map.of());

  private final Findings findings;

  LoopKeys(Findings findings) {
    this.findings = findings;
  }

  /// The names of the columns or fields that make the key, as written in the `key` of a loop.
  static List<Scalar> keyNames(@Nullable YamlNode key) {
    List<Scalar> names = new ArrayList<>(1);
    if (key instanceof Scalar name && !name.isNull()) {
      names.add(name);
    } else if (key instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar name && !name.isNull()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// Adds an item with its key; an item without one is reported.
  ///
  /// @param ownKey its key if the loop names none; null if it has none
  /// @param key the `key` of the loop
  /// @param axis the loop over the item, for the finding
  void addItem(
      YamlNode value,
      @Nullable Scalar ownKey,
      @Nullable YamlNode key,
      YamlNode axis,
      ExpansionContext context,
      List<LoopItem> items) {
    List<Scalar> names = keyNames(key);
    if (!names.isEmpty()) {
      addByNames(value, names, context, items);
    } else if (ownKey != null && ownKey.isNull()) {
      report(
          ExpandCodes.LOOP_KEY,
          ownKey.span(),
          "null is not an item of a loop and gives no key",
          "leave it out, or quote the word",
          context);
    } else if (ownKey != null) {
      add(value, ownKey.value(), List.of(ownKey), context, items);
    } else {
      report(
          ExpandCodes.LOOP_KEY,
          axis.span(),
          "This loop has no key; each item needs one that"
              + " stays the same when rows come and go",
          "name a column or field: key: code",
          context);
    }
  }

  /// Adds an item whose key is made of fields of its value.
  private void addByNames(
      YamlNode value, List<Scalar> names, ExpansionContext context, List<LoopItem> items) {
    List<Scalar> parts = new ArrayList<>(names.size());
    StringBuilder text = new StringBuilder();
    for (Scalar name : names) {
      YamlNode part = NameLookup.find(name.value(), List.of(value), EMPTY_SCOPE).value();
      if (part instanceof Unknown) {
        return;
      }
      if (!(part instanceof Scalar scalar) || scalar.isNull()) {
        Scalar empty = part instanceof Scalar blank ? blank : null;
        report(
            ExpandCodes.LOOP_KEY,
            empty != null ? empty.span() : value.span(),
            "\""
                + name.value()
                + "\" "
                + (empty != null ? "is empty here" : "is not a text of this item")
                + "; it is the key of the loop",
            null,
            context);
        return;
      }
      parts.add(scalar);
      text.append(text.length() == 0 ? "" : "-").append(Slug.of(scalar.value()));
    }
    add(value, text.toString(), parts, context, items);
  }

  private void add(
      YamlNode value,
      String text,
      List<Scalar> parts,
      ExpansionContext context,
      List<LoopItem> items) {
    String slug = Slug.of(text);
    Scalar first = parts.get(0);
    if (slug.isEmpty()) {
      report(
          ExpandCodes.LOOP_KEY,
          first.span(),
          NodeValues.quoted(first) + " gives no key: of a text, a to z and the digits make it",
          "give each item a short name for its key: { code: jp, name: "
              + NodeValues.quoted(first)
              + " }, and key: code",
          context);
      return;
    }
    List<Origin> inputs = new ArrayList<>(parts.size());
    for (Scalar part : parts) {
      inputs.add(part.origin());
    }
    Origin origin = new Origin(first.origin().layer(), first.span(), inputs);
    Span at = first.span();
    items.add(
        new LoopItem(
            value,
            NodeValues.plainScalar(origin, slug),
            value.origin(),
            new Label(at, "for " + slug)));
  }

  /// The items without those whose key an earlier one has, which is reported.
  List<LoopItem> unique(List<LoopItem> items, ExpansionContext context) {
    Map<String, LoopItem> seen = new HashMap<>();
    List<LoopItem> kept = new ArrayList<>(items.size());
    for (LoopItem item : items) {
      LoopItem before = seen.putIfAbsent(item.key().value(), item);
      if (before == null) {
        kept.add(item);
        continue;
      }
      Finding fault =
          Finding.of(
                  ExpandCodes.DUPLICATE_LOOP_KEY,
                  item.key().span(),
                  "\""
                      + item.key().value()
                      + "\" is the key of two items of the loop; each needs its own")
              .withLabel(before.key().span(), "the first one is here")
              .withHint(apart(item, before));
      findings.add(context.traced(fault));
    }
    return kept;
  }

  /// How two items of one key are told apart: by another value, or by a column in which they
  /// differ.
  private static String apart(LoopItem item, LoopItem before) {
    String another = "give one of them another key";
    if (!(item.value() instanceof Mapping row) || !(before.value() instanceof Mapping other)) {
      return another;
    }
    String name = null;
    String differing = null;
    for (MappingEntry entry : row.entries()) {
      String column = entry.key().value();
      if (!(entry.value() instanceof Scalar mine) || !(other.get(column) instanceof Scalar its)) {
        continue;
      }
      if (mine.span().equals(item.key().span())) {
        name = column;
      } else if (differing == null && !Slug.of(mine.value()).equals(Slug.of(its.value()))) {
        differing = column;
      }
    }
    return name == null || differing == null
        ? another
        : another + ", or make it of more columns: key: [" + name + ", " + differing + "]";
  }

  private void report(
      Code code, Span at, String message, @Nullable String hint, ExpansionContext context) {
    findings.add(context.traced(Finding.of(code, at, message).withHint(hint)));
  }
}
