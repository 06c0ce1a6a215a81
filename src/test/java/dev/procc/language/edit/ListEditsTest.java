package dev.procc.language.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Edits of a list in which an item is an alias, whose text stands elsewhere.
class ListEditsTest {
  private static String edited(String text, Function<Sequence, TextEdit> edit) {
    SourceFile file = new SourceFile("a.yaml", text);
    Mapping root = (Mapping) Yaml.parse(file).value().orElseThrow().getFirst().root();
    Sequence list = (Sequence) Objects.requireNonNull(root.get("list"));
    return TextEdits.apply(file, List.of(edit.apply(list))).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list:\n  - b\n  - *x\n  - c\n", "list: [b, *x, c]\n"})
  void itemsAreInsertedAndRemovedBesideAnAlias(String list) {
    String text = "other:\n  - &x a\n" + list;
    boolean flow = list.contains("[");
    assertEquals(
        text.replace(flow ? "*x," : "  - *x", flow ? "n, *x," : "  - n\n  - *x"),
        edited(text, items -> ListEdits.insertItem(items, "n", 1)));
    assertEquals(
        text.replace(flow ? "*x, " : "  - *x\n", ""),
        edited(text, items -> ListEdits.removeItem(items, 1)));
    assertEquals(
        text.replace(flow ? "*x, " : "  - *x\n", ""),
        edited(text, items -> RemovalEdits.item(items, items.items().get(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list:\n  - b\n  - *x\n", "list: [b, *x]\n"})
  void itemsAreAppendedBehindAnAlias(String list) {
    String text = "other:\n  - &x a\n" + list + "last: 1\n";
    boolean flow = list.contains("[");
    assertEquals(
        text.replace(flow ? "*x]" : "  - *x\n", flow ? "*x, n]" : "  - *x\n  - n\n"),
        edited(text, items -> ListEdits.insertItem(items, "n", 2)));
  }
}
