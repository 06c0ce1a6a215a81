package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.compile.CompiledProcess;
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
import dev.procc.model.process.ProcessNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Edits that insert, remove, move and reorder nodes, by the lines in which they are written and
/// the comments above them.
public final class NodeEdits {
  private static final Pattern DASH = Pattern.compile("\\s*-(\\s+[&!]\\S+)*(\\s+#.*)?\\s*");
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
  public List<WriteCandidate> add(String parent, @Nullable String after, ProcessNode live) {
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
    TextEdit edit =
        insert(
            group,
            list,
            after == null ? 0 : indexOf(list, after) + 1,
            text.item(live, taken, dash));
    return edit == null ? List.of() : List.of(WriteCandidate.of(WritePlace.LINE, edit).with(text));
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
      return new TextEdit(lines(item.node().span()), "");
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
    Span lines = lines(item.node().span());
    String text = reindented(lines.text(), dash - dashColumn(item.list()));
    TextEdit put = insert(group, list, after == null ? 0 : indexOf(list, after) + 1, ended(text));
    if (put == null) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>(List.of(removal(item, item.list()), put));
    addMoved(address, parent, edits);
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
    list.items().forEach(item -> lines.add(lines(item.span())));
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    for (int index : indexes) {
      if (index != at) {
        edits.add(new TextEdit(lines.get(at), ended(lines.get(index).text())));
      }
      at++;
    }
    return List.of(new WriteCandidate(WritePlace.LINE, edits, Map.of(), ""));
  }

  private static String ended(String lines) {
    return lines.endsWith("\n") ? lines : lines + "\n";
  }

  private void addMoved(String address, String parent, List<TextEdit> edits) {
    Mapping document = document();
    int identity = process.identity().length() + 1;
    String from = address.substring(identity);
    String key = from.substring(from.lastIndexOf('/') + 1);
    String above =
        parent.equals(Address.root(process.identity())) ? "" : parent.substring(identity) + "/";
    String item = "{ from: " + from + ", to: " + above + key + " }";
    if (document != null) {
      int count = document.get("moved") instanceof Sequence known ? known.items().size() : 0;
      if (count > 0) {
        edits.add(ListEdits.insertItem(document, "moved", item, count));
      } else {
        TextEdit list = ListEdits.insertEntry(document, "moved", "\n  - " + item);
        edits.add(new TextEdit(list.span(), list.replacement().replace(": \n", ":\n")));
      }
    }
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
            ? lines(list.items().get(index).span()).start()
            : lines(list.items().getLast().span()).end();
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
    return ListEdits.firstOwn(group).key().span().startPosition().column() - 1;
  }

  /// The column of the dashes of a group's children, existing or not.
  private static int dashColumn(Mapping group, @Nullable Sequence list) {
    return list == null || list.items().isEmpty() ? keyColumn(group) + 2 : dashColumn(list);
  }

  private static int dashColumn(Sequence list) {
    Span first = list.items().getFirst().span();
    SourceFile file = first.file();
    int start = file.lineStart(dashLine(first));
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

  /// The lines of an item, with the comments directly above it and those below it that are indented
  /// more than its dash.
  private static Span lines(Span item) {
    SourceFile file = item.file();
    int first = dashLine(item);
    int last = file.position(Math.max(item.start(), item.end() - 1)).line();
    int dash = column(file, first);
    while (column(file, last + 1) > dash && isComment(file, last + 1)) {
      last++;
    }
    while (first > 1 && isComment(file, first - 1)) {
      first--;
    }
    return new Span(file, file.lineStart(first), file.lineStart(last + 1));
  }

  /// The line of the dash of an item, which may be before an anchor or a comment.
  private static int dashLine(Span item) {
    SourceFile file = item.file();
    int line = item.startPosition().line();
    for (int above = line; above > 0; above--) {
      String text = line(file, above);
      String before =
          above == line ? text.substring(0, item.start() - file.lineStart(above)) : text;
      if (DASH.matcher(before).matches()) {
        return above;
      }
      if (!before.isBlank() && !isComment(file, above)) {
        break;
      }
    }
    return line;
  }

  private static int column(SourceFile file, int line) {
    String text = line(file, line);
    return text.length() - text.stripLeading().length();
  }

  private static boolean isComment(SourceFile file, int line) {
    return line(file, line).strip().startsWith("#");
  }

  private static String line(SourceFile file, int line) {
    return file.text().substring(file.lineStart(line), file.lineStart(line + 1));
  }

  private static String reindented(String lines, int by) {
    StringBuilder out = new StringBuilder();
    for (String line : lines.split("(?<=\n)", -1)) {
      if (line.isBlank() || by == 0) {
        out.append(line);
      } else if (by > 0) {
        out.append(" ".repeat(by)).append(line);
      } else {
        int cut = 0;
        while (cut < -by && cut < line.length() && line.charAt(cut) == ' ') {
          cut++;
        }
        out.append(line, cut, line.length());
      }
    }
    return out.toString();
  }
}
