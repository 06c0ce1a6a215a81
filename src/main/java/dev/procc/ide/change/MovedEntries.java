package dev.procc.ide.change;

import dev.procc.base.finding.TextEdit;
import dev.procc.language.edit.ListEdits;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The entries under `moved` of a process.
final class MovedEntries {
  private final Mapping process;
  private final Set<TextEdit> edits;

  /// @param edits to which the entries are added
  MovedEntries(Mapping process, Set<TextEdit> edits) {
    this.process = process;
    this.edits = edits;
  }

  /// Adds entries.
  ///
  /// @param moves the new path of each node
  void add(Map<String, String> moves) {
    List<String> items = new ArrayList<>();
    moves.forEach((from, to) -> {
      if (!continues(from, to)) {
        items.add(
            "{ from: " + ScalarText.ofString(from) + ", to: " + ScalarText.ofString(to) + " }");
      }
    });
    if (items.isEmpty()) {
      return;
    }
    YamlNode known = process.get("moved");
    if (known instanceof Sequence list && !list.items().isEmpty()) {
      if (list.flow()) {
        edits.add(ListEdits.insertItem(list, String.join(", ", items), list.items().size()));
      } else {
        edits.add(ListEdits.appendItems(list, items));
      }
    } else if (known != null || process.flow()) {
      edits.add(ListEdits.insertItem(process, "moved", String.join(", ", items), 0));
    } else {
      edits.add(ListEdits.insertBlockList(process, "moved", items));
    }
  }

  /// Continues an earlier move of the same node: the entry is kept, and the new one follows it. Of
  /// a node that goes back to where it was, the entry is turned round.
  ///
  /// @return whether no new entry is needed
  private boolean continues(String path, String renamed) {
    List<YamlNode> entries =
        process.get("moved") instanceof Sequence list ? list.items() : List.of();
    for (YamlNode entry : entries) {
      if (!(entry instanceof Mapping move
          && move.get("from") instanceof Scalar from
          && move.get("to") instanceof Scalar goal
          && goal.value().equals(path))) {
        continue;
      }
      edits.removeIf(edit -> goal.span().contains(edit.span()));
      if (from.value().equals(renamed)) {
        edits.add(new TextEdit(from.span(), ScalarText.ofString(path)));
        edits.add(new TextEdit(goal.span(), ScalarText.ofString(renamed)));
        return true;
      }
    }
    return false;
  }
}
