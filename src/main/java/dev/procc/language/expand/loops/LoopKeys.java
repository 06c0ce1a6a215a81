package dev.procc.language.expand.loops;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Label;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.scope.Scope;
import dev.procc.language.expand.text.TextFunctions;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the keys of the turns of a loop and sees that each is its own.
final class LoopKeys {
  /// One thing that a loop goes through, with its key.
  record LoopItem(YamlNode value, Scalar key, Origin rowOrigin, @Nullable Label label) {}

  private final Findings findings;

  LoopKeys(Findings findings) {
    this.findings = findings;
  }

  /// The columns or fields that make the key.
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

  /// Adds a thing with its key; one without is reported.
  ///
  /// @param ownKey its key when the loop names none
  void addItem(
      YamlNode value,
      @Nullable Scalar ownKey,
      @Nullable YamlNode key,
      YamlNode axis,
      ExpansionContext context,
      List<LoopItem> items) {
    List<Scalar> names = keyNames(key);
    if (names.isEmpty()) {
      if (ownKey == null) {
        report(
            ExpandCodes.LOOP_KEY,
            axis.span(),
            "This loop has no key; each turn needs one that"
                + " stays the same when rows come and go",
            "name a column or field: key: code",
            context);
        return;
      }
      add(value, ownKey.value(), List.of(ownKey), context, items);
      return;
    }
    List<Scalar> parts = new ArrayList<>(names.size());
    StringBuilder text = new StringBuilder();
    for (Scalar name : names) {
      NameLookup found = NameLookup.find(name.value(), List.of(value), EMPTY_SCOPE);
      YamlNode part = found.value();
      if (!(part instanceof Scalar scalar) || scalar.isNull()) {
        boolean empty = part instanceof Scalar;
        report(
            ExpandCodes.LOOP_KEY,
            part instanceof Scalar ? part.span() : value.span(),
            "\""
                + name.value()
                + "\" "
                + (empty ? "is empty here" : "is not a text of this item")
                + "; it is the key of the loop",
            null,
            context);
        return;
      }
      parts.add(scalar);
      text.append(text.length() == 0 ? "" : "-").append(TextFunctions.slug(scalar.value()));
    }
    add(value, text.toString(), parts, context, items);
  }

  private static final Scope EMPTY_SCOPE = Scope.ofBuiltIns(Map.of());

  private void add(
      YamlNode value,
      String text,
      List<Scalar> parts,
      ExpansionContext context,
      List<LoopItem> items) {
    String slug = TextFunctions.slug(text);
    Scalar first = parts.get(0);
    if (slug.isEmpty()) {
      report(
          ExpandCodes.LOOP_KEY,
          first.span(),
          NodeValues.quoted(first) + " gives no key; a key has letters or digits",
          null,
          context);
      return;
    }
    List<Origin> from = new ArrayList<>(parts.size());
    for (Scalar part : parts) {
      from.add(part.origin());
    }
    Origin origin = new Origin(first.origin().layer(), first.span(), from);
    Span at = first.span();
    items.add(
        new LoopItem(
            value,
            NodeValues.plainScalar(origin, slug),
            value.origin(),
            new Label(at, "in the turn " + slug)));
  }

  /// The things without those whose key is taken, which is reported at their row.
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
                      + "\" is the key of two turns; the key of a turn is its"
                      + " own")
              .withLabel(before.key().span(), "the first one is here")
              .withHint("make the key of more than one column: key: [code, ledger]");
      findings.add(context.traced(fault));
    }
    return kept;
  }

  private void report(
      Code code, Span at, String message, @Nullable String hint, ExpansionContext context) {
    findings.add(context.traced(Finding.of(code, at, message).withHint(hint)));
  }
}
