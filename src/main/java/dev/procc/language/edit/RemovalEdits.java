package dev.procc.language.edit;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The removals that a fix can offer: a key with its value, or an item, as whole lines of a block
/// or as part of a flow collection. Null if the collection would become empty or a comment would be
/// lost.
public final class RemovalEdits {
  private RemovalEdits() {}

  /// The removal of an entry of a mapping.
  public static @Nullable TextEdit entry(Mapping of, MappingEntry entry) {
    List<MappingEntry> all = of.entries();
    int at = index(all, each -> each.key().span(), entry.key().span());
    if (entry.mergedAt() != null || all.size() < 2) {
      return null;
    }
    Span key = entry.key().span();
    Span value = ListEdits.place(entry.value());
    if (key.file() != value.file() || value.start() < key.end()) {
      return null;
    }
    if (of.flow()) {
      boolean last = at + 1 == all.size();
      MappingEntry neighbour = all.get(last ? at - 1 : at + 1);
      if (neighbour.mergedAt() != null) {
        return null;
      }
      return last
          ? between(key, ListEdits.place(neighbour.value()).end(), value.end())
          : between(key, key.start(), neighbour.key().span().start());
    }
    return lines(key, value, "");
  }

  /// The removal of an item of a sequence.
  public static @Nullable TextEdit item(Sequence of, YamlNode item) {
    List<YamlNode> all = of.items();
    int at = index(all, ListEdits::place, ListEdits.place(item));
    if (all.size() < 2) {
      return null;
    }
    Span span = ListEdits.place(item);
    if (of.flow()) {
      return at + 1 < all.size()
          ? between(span, span.start(), ListEdits.place(all.get(at + 1)).start())
          : between(span, ListEdits.place(all.get(at - 1)).end(), span.end());
    }
    return lines(span, span, "-");
  }

  /// The removal of an entry whose value is a list of one item: the whole entry.
  public static @Nullable TextEdit entryOfSingleItem(
      Mapping of, MappingEntry entry, YamlNode item) {
    TextEdit whole = entry(of, entry);
    if (whole != null || of.flow() || entry.mergedAt() != null || of.entries().size() < 2) {
      return whole;
    }
    Span place = ListEdits.place(item);
    TextEdit line = lines(place, place, "-");
    Span key = entry.key().span();
    String text = key.file().text();
    int start = text.lastIndexOf('\n', key.start() - 1) + 1;
    return line != null
            && line.span().file() == key.file()
            && text.substring(start, line.span().start()).strip().equals(key.text() + ":")
        ? new TextEdit(new Span(key.file(), start, line.span().end()), "")
        : null;
  }

  /// The removal of a field of a block mapping: `name: value` on a line of its own, other than the
  /// first.
  public static @Nullable TextEdit field(String name, Span value) {
    return lines(value, value, name + ":");
  }

  /// The index of the element at a span; comparing the elements themselves would compare whole
  /// trees.
  private static <T> int index(List<T> all, Function<T, Span> place, Span at) {
    for (int i = 0; i < all.size(); i++) {
      Span span = place.apply(all.get(i));
      if (span.start() == at.start() && span.file() == at.file()) {
        return i;
      }
    }
    throw new IllegalArgumentException("not of the collection");
  }

  private static @Nullable TextEdit between(Span of, int start, int end) {
    String removed = start <= end ? of.file().text().substring(start, end) : "#";
    return !removed.contains("#") && !removed.contains("<<")
        ? new TextEdit(new Span(of.file(), start, end), "")
        : null;
  }

  /// @param before the text before it on its first line, without blanks
  private static @Nullable TextEdit lines(Span from, Span to, String before) {
    String text = from.file().text();
    int start = text.lastIndexOf('\n', from.start() - 1) + 1;
    int end = text.indexOf('\n', to.end());
    if (!text.substring(start, from.start()).strip().equals(before)
        || end < 0
        || !text.substring(to.end(), end).isBlank()
        || text.substring(from.start(), to.end()).contains("\n")) {
      return null;
    }
    return new TextEdit(new Span(from.file(), start, end + 1), "");
  }
}
