package dev.procc.language.expand;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the keys of the turns of a loop and sees that each is its own.
final class LoopKeys {
  /// One thing that a loop goes through, with its key.
  record Item(Node value, Scalar key, Origin row, @Nullable Label label) {}

  private final Findings findings;

  LoopKeys(Findings findings) {
    this.findings = findings;
  }

  /// The columns or fields that make the key.
  static List<Scalar> names(@Nullable Node key) {
    List<Scalar> names = new ArrayList<>(1);
    if (key instanceof Scalar name && !name.isNull()) {
      names.add(name);
    } else if (key instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Scalar name && !name.isNull()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// Adds a thing with its key; one without is reported.
  ///
  /// @param own its key when the loop names none
  void item(
      Node value,
      @Nullable Scalar own,
      @Nullable Node key,
      Node axis,
      Place place,
      List<Item> items) {
    List<Scalar> names = names(key);
    if (names.isEmpty()) {
      if (own == null) {
        fault(
            ExpandCodes.LOOP_KEY,
            axis.span(),
            "This loop has no key; each turn needs one that"
                + " stays the same when rows come and go",
            "name a column or field: key: code",
            place);
        return;
      }
      add(value, own.value(), List.of(own), place, items);
      return;
    }
    List<Scalar> parts = new ArrayList<>(names.size());
    StringBuilder text = new StringBuilder();
    for (Scalar name : names) {
      Lookup found = Lookup.find(name.value(), List.of(value), EMPTY);
      Node part = found.value();
      if (!(part instanceof Scalar scalar) || scalar.isNull()) {
        boolean empty = part instanceof Scalar;
        fault(
            ExpandCodes.LOOP_KEY,
            part instanceof Scalar ? part.span() : value.span(),
            "\""
                + name.value()
                + "\" "
                + (empty ? "is empty here" : "is not a text of this item")
                + "; it is the key of the loop",
            null,
            place);
        return;
      }
      parts.add(scalar);
      text.append(text.length() == 0 ? "" : "-").append(TextFunctions.slug(scalar.value()));
    }
    add(value, text.toString(), parts, place, items);
  }

  private static final Scope EMPTY = Scope.facts(Map.of());

  private void add(Node value, String text, List<Scalar> parts, Place place, List<Item> items) {
    String slug = TextFunctions.slug(text);
    Scalar first = parts.get(0);
    if (slug.isEmpty()) {
      fault(
          ExpandCodes.LOOP_KEY,
          first.span(),
          Values.show(first) + " gives no key; a key has letters or digits",
          null,
          place);
      return;
    }
    List<Origin> from = new ArrayList<>(parts.size());
    for (Scalar part : parts) {
      from.add(part.origin());
    }
    Origin origin = new Origin(first.origin().layer(), first.span(), from);
    Span at = first.span();
    items.add(
        new Item(
            value,
            Values.text(origin, slug),
            value.origin(),
            new Label(at, "in the turn " + slug)));
  }

  /// The things without those whose key is taken, which is reported at their row.
  List<Item> unique(List<Item> items, Place place) {
    Map<String, Item> seen = new HashMap<>();
    List<Item> kept = new ArrayList<>(items.size());
    for (Item item : items) {
      Item before = seen.putIfAbsent(item.key().value(), item);
      if (before == null) {
        kept.add(item);
        continue;
      }
      Diagnostic fault =
          Diagnostic.of(
                  ExpandCodes.DUPLICATE_LOOP_KEY,
                  item.key().span(),
                  "\""
                      + item.key().value()
                      + "\" is the key of two turns; the key of a turn is its"
                      + " own")
              .withLabel(before.key().span(), "the first one is here")
              .withHint("make the key of more than one column: key: [code, ledger]");
      findings.add(place.trace(fault));
    }
    return kept;
  }

  private void fault(Code code, Span at, String message, @Nullable String hint, Place place) {
    findings.add(place.trace(Diagnostic.of(code, at, message).withHint(hint)));
  }
}
