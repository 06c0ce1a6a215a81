package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.edit.ItemLines;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.importing.LiveText;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.writeback.SourcePlaces.SourcePlace;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Edits that insert, remove, move and reorder nodes, by the lines in which they are written and
/// the comments above them.
public final class NodeEdits {
  private static final String CHILDREN = Fields.PROCESS_GROUP_CHILDREN.name();
  private final WriteContext context;
  private final CompiledProcess process;

  public NodeEdits(WriteBack back, CompiledProcess process) {
    context = back.context();
    this.process = process;
  }

  /// The places where a live node could be written.
  ///
  /// @param parent the address of its group
  /// @param after the address of the sibling before it; null if it is the first
  public List<WriteCandidate> add(String parent, @Nullable String after, NewNode live) {
    Mapping group = mapping(parent);
    if (group == null || group.flow()) {
      return List.of();
    }
    LiveText text = context.text();
    Set<String> taken = new LinkedHashSet<>();
    process.resolved().nodes().values().stream()
        .filter(node -> parent.equals(node.parent()))
        .forEach(node -> taken.add(node.decl().key().value()));
    Sequence list = list(group);
    int dash = dashColumn(group, list);
    List<TextEdit> edits = new ArrayList<>();
    Moves moves = new Moves(text, edits, new ArrayList<>());
    String item = text(live, taken, dash, parent, moves);
    TextEdit edit =
        item == null || !keepSome(live.moved(), list)
            ? null
            : insert(group, list, after == null ? 0 : indexOf(list, after) + 1, item);
    if (edit == null) {
      return List.of();
    }
    edits.add(edit);
    addMoved(moves.items(), edits);
    return List.of(new WriteCandidate(WritePlace.LINE, edits, Map.of(), "").with(text));
  }

  /// What is collected while the text of a new node is made.
  ///
  /// @param edits those that take the nodes away that it takes in
  /// @param items the entries of `moved` for them
  private record Moves(LiveText text, List<TextEdit> edits, List<String> items) {}

  /// The text of a new node, with the lines of those that the definition has already; null if one
  /// of them is not on lines of its own.
  ///
  /// @param parent the address of its group
  private @Nullable String text(
      NewNode live, Set<String> taken, int dash, String parent, Moves moves) {
    if (live.known() != null) {
      return taken(live.known(), dash, parent, moves);
    }
    if (live.moved().isEmpty()) {
      return moves.text().item(live.node(), taken, dash);
    }
    Set<String> before = new LinkedHashSet<>(taken);
    StringBuilder all = new StringBuilder(moves.text().item(live.alone(), taken, dash));
    String key = taken.stream().filter(one -> !before.contains(one)).findFirst().orElse("");
    all.append(" ".repeat(dash + 2)).append(CHILDREN).append(":\n");
    Set<String> inside = new LinkedHashSet<>();
    live.moved().forEach(address -> inside.add(address.substring(address.lastIndexOf('/') + 1)));
    for (NewNode child : live.children()) {
      String item = text(child, inside, dash + 4, below(parent) + key, moves);
      if (item == null) {
        return null;
      }
      all.append(item);
    }
    return all.toString();
  }

  /// `close/entities/` for its group, `close/` for the root.
  private String below(String parent) {
    return parent.equals(Address.root(process.identity()))
        ? process.identity() + "/"
        : parent + "/";
  }

  private @Nullable String taken(String known, int dash, String parent, Moves moves) {
    SourcePlace item = item(known);
    Sequence list = item == null ? null : item.list();
    if (item == null || list == null || list.flow()) {
      return null;
    }
    Span lines = ItemLines.of(item.node().span());
    moves.edits().add(new TextEdit(lines, ""));
    moves.items().add(movedItem(known, parent));
    return ItemLines.ended(ItemLines.reindented(lines.text(), dash - dashColumn(list)));
  }

  /// Whether no list but the one that gets the new node loses all its items.
  private boolean keepSome(List<String> moved, @Nullable Sequence target) {
    List<Sequence> lists = new ArrayList<>();
    for (String address : moved) {
      SourcePlace item = item(address);
      if (item != null && item.list() != null && item.list() != target) {
        lists.add(item.list());
      }
    }
    for (Sequence list : lists) {
      long gone = lists.stream().filter(one -> one == list).count();
      if (gone == list.items().size()) {
        return false;
      }
    }
    return true;
  }

  /// The places where a removed node is written.
  public List<WriteCandidate> remove(String address) {
    SourcePlace item = item(address);
    if (item == null || item.list() == null || item.list().flow()) {
      return List.of();
    }
    return List.of(WriteCandidate.of(WritePlace.LINE, removal(item, item.list())));
  }

  private TextEdit removal(SourcePlace item, Sequence list) {
    if (list.items().size() > 1) {
      return new TextEdit(ItemLines.of(item.node().span()), "");
    }
    SourcePlace place = context.places().find(list.span());
    MappingEntry entry = place == null ? null : place.entry();
    Span whole = list.span();
    int colon = entry == null ? -1 : entry.key().span().end() + 1;
    return colon > 0 && whole.file().text().substring(colon, whole.start()).isBlank()
        ? new TextEdit(new Span(whole.file(), colon, whole.end()), " []")
        : new TextEdit(whole, "[]");
  }

  /// The edits that move a node.
  ///
  /// @param parent the address of its new group
  /// @param after the address of the sibling before it; null if it is the first
  public List<WriteCandidate> move(String address, String parent, @Nullable String after) {
    SourcePlace item = item(address);
    Mapping group = mapping(parent);
    if (item == null
        || item.list() == null
        || item.list().flow()
        || group == null
        || group.flow()) {
      return List.of();
    }
    Sequence list = list(group);
    int dash = dashColumn(group, list);
    Span lines = ItemLines.of(item.node().span());
    String text = ItemLines.reindented(lines.text(), dash - dashColumn(item.list()));
    TextEdit put =
        insert(group, list, after == null ? 0 : indexOf(list, after) + 1, ItemLines.ended(text));
    if (put == null) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>(List.of(removal(item, item.list()), put));
    addMoved(List.of(movedItem(address, parent)), edits);
    return List.of(new WriteCandidate(WritePlace.LINE, edits, Map.of(), ""));
  }

  /// The edits that reorder the children of a group.
  ///
  /// @param order the addresses of its children
  public List<WriteCandidate> reorder(String group, List<String> order) {
    Mapping mapping = mapping(group);
    Sequence list = mapping == null ? null : list(mapping);
    if (list == null || list.flow()) {
      return List.of();
    }
    Set<Integer> indexes = new LinkedHashSet<>();
    for (String address : order) {
      int index = indexOf(list, address);
      if (index < 0) {
        return List.of();
      }
      indexes.add(index);
    }
    if (indexes.size() != list.items().size()) {
      return List.of();
    }
    List<Span> lines = new ArrayList<>();
    list.items().forEach(item -> lines.add(ItemLines.of(item.span())));
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    for (int index : indexes) {
      if (index != at) {
        edits.add(new TextEdit(lines.get(at), ItemLines.ended(lines.get(index).text())));
      }
      at++;
    }
    return List.of(new WriteCandidate(WritePlace.LINE, edits, Map.of(), ""));
  }

  /// Adds the entries of `moved` for nodes that get another group.
  ///
  /// @param items as `movedItem` makes them
  private void addMoved(List<String> items, List<TextEdit> edits) {
    Mapping document = document();
    if (document == null || items.isEmpty()) {
      return;
    }
    int count = document.get("moved") instanceof Sequence known ? known.items().size() : 0;
    if (count > 0) {
      items.forEach(item -> edits.add(ListEdits.insertItem(document, "moved", item, count)));
    } else {
      String entries = "\n  - " + String.join("\n  - ", items);
      TextEdit list = ListEdits.insertEntry(document, "moved", entries);
      edits.add(new TextEdit(list.span(), list.replacement().replace(": \n", ":\n")));
    }
  }

  private String movedItem(String address, String parent) {
    int identity = process.identity().length() + 1;
    String from = address.substring(identity);
    String key = from.substring(from.lastIndexOf('/') + 1);
    return "{ from: " + from + ", to: " + below(parent).substring(identity) + key + " }";
  }

  private @Nullable Mapping document() {
    SourceFile file = process.resolved().decl().key().span().file();
    for (SourceDocument document : context.documents("Process")) {
      if (document.file() == file
          && document.key().equals(process.resolved().decl().key().value())) {
        return document.mapping();
      }
    }
    return null;
  }

  /// @param lines of the item, as a whole
  private @Nullable TextEdit insert(
      Mapping group, @Nullable Sequence list, int index, String lines) {
    MappingEntry entry = group.entry(CHILDREN);
    if (entry == null) {
      return ListEdits.appendEntries(group, List.of(CHILDREN + ":\n" + lines.stripTrailing()));
    }
    if (list == null || list.items().isEmpty()) {
      return list == null ? null : fill(entry, list, lines);
    }
    if (list.flow() || index < 0 || index > list.items().size()) {
      return null;
    }
    SourceFile file = list.span().file();
    int at =
        index < list.items().size()
            ? ItemLines.of(list.items().get(index).span()).start()
            : ItemLines.of(list.items().getLast().span()).end();
    boolean open = at == file.text().length() && !file.text().endsWith("\n");
    return new TextEdit(Span.at(file, at), open ? "\n" + lines.stripTrailing() : lines);
  }

  /// Replaces an empty list, `children: []`.
  private static @Nullable TextEdit fill(MappingEntry entry, Sequence list, String lines) {
    SourceFile file = list.span().file();
    int start = entry.key().span().end();
    String written = file.text().substring(start, list.span().end());
    return entry.key().span().file() == file && written.matches(": *\\[ *\\]")
        ? new TextEdit(new Span(file, start + 1, list.span().end()), "\n" + lines.stripTrailing())
        : null;
  }

  private static @Nullable Sequence list(Mapping group) {
    return group.get(CHILDREN) instanceof Sequence list ? list : null;
  }

  private static int keyColumn(Mapping group) {
    return ListEdits.column(group);
  }

  /// The column of the dashes of a group's children, existing or not.
  private static int dashColumn(Mapping group, @Nullable Sequence list) {
    return list == null || list.items().isEmpty() ? keyColumn(group) + 2 : dashColumn(list);
  }

  private static int dashColumn(Sequence list) {
    Span first = list.items().getFirst().span();
    SourceFile file = first.file();
    int start = file.lineStart(ItemLines.dashLine(first));
    int dash = file.text().indexOf('-', start);
    return dash < 0 || dash > first.start() ? 0 : dash - start;
  }

  private @Nullable Mapping mapping(String address) {
    ResolvedNode node = process.resolved().nodes().get(address);
    SourcePlace place = node == null ? null : context.places().find(node.origin().span());
    return place != null && place.node() instanceof Mapping mapping ? mapping : null;
  }

  /// The place of the item that makes a node; null if it is not in a list.
  private @Nullable SourcePlace item(String address) {
    ResolvedNode node = process.resolved().nodes().get(address);
    SourcePlace place = node == null ? null : context.places().find(node.origin().span());
    return place == null || place.list() == null ? null : place;
  }

  /// The index in a list of the item that makes a node, itself or by a use; -1 if there is none.
  private int indexOf(@Nullable Sequence list, String address) {
    ResolvedNode node = process.resolved().nodes().get(address);
    if (list == null || node == null) {
      return -1;
    }
    for (Origin origin : node.origin().reachable()) {
      SourcePlace place = context.places().find(origin.span());
      if (place != null && place.owner() != null) {
        place = context.places().find(place.owner().span());
      }
      if (place != null && place.list() == list) {
        return place.index();
      }
    }
    return -1;
  }
}
