package dev.procc.language.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static String editedEntry(String text, Function<Mapping, TextEdit> edit) {
    SourceFile file = new SourceFile("a.yaml", text);
    Mapping root = (Mapping) Yaml.parse(file).value().orElseThrow().getFirst().root();
    TextEdit change = edit.apply((Mapping) Objects.requireNonNull(root.get("owner")));
    return TextEdits.apply(file, List.of(change)).orElseThrow();
  }

  /// They once went into the mapping that has the anchor.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner:~  a: *x~|owner:~  a: *x~  n: 1~",
        "owner:~  a: *x~  b: 2~|owner:~  a: *x~  n: 1~  b: 2~",
        "owner: { b: 2, <<: *m }~|owner: { b: 2, n: 1, <<: *m }~",
        "owner: { <<: *m }~|owner: { n: 1, <<: *m }~",
        "owner:~  <<: *m~|owner:~  n: 1~  <<: *m~",
        "owner:~  <<: *m~  b: 2~|owner:~  <<: *m~  b: 2~  n: 1~",
      })
  void anEntryIsInsertedIntoItsOwnMapping(String before, String after) {
    String other = "other: &m\n  c: &x 1\n";
    assertEquals(
        other + after.replace('~', '\n'),
        editedEntry(
            other + before.replace('~', '\n'), owner -> ListEdits.insertEntry(owner, "n", "1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner:~  b: *x~|owner:~  b: *x~  n: 1~",
        "owner:~  b: 2~  <<: *m~|owner:~  b: 2~  n: 1~  <<: *m~",
        "owner:~  <<: *m~|owner:~  n: 1~  <<: *m~",
        "owner: { b: 2, <<: *m }~|owner: { b: 2, n: 1, <<: *m }~",
        "owner: { <<: *m }~|owner: { n: 1, <<: *m }~",
        "more: &k { <<: *m }~owner: { <<: *k }~|more: &k { <<: *m }~owner: { n: 1, <<: *k }~",
      })
  void anEntryIsAppendedToItsOwnMapping(String before, String after) {
    String other = "other: &m\n  c: &x 1\n";
    assertEquals(
        other + after.replace('~', '\n'),
        editedEntry(
            other + before.replace('~', '\n'),
            owner -> ListEdits.appendEntries(owner, List.of("n: 1"))));
  }

  /// `fmt` writes the comment above the first key of an item behind its dash.
  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void anItemMayBeginBelowItsDash(int index) {
    List<String> items =
        new ArrayList<>(List.of("  - # one\n    a: 1\n", "  - # two\n    # more\n    b: 2\n"));
    String text = "list:\n" + String.join("", items) + "last: 1\n";
    items.add(index, "  - n\n");
    assertEquals(
        "list:\n" + String.join("", items) + "last: 1\n",
        edited(text, list -> ListEdits.insertItem(list, "n", index)));
    items.remove(index);
    if (index < 2) {
      items.remove(index);
      assertEquals(
          "list:\n" + String.join("", items) + "last: 1\n",
          edited(text, list -> ListEdits.removeItem(list, index)));
    }
  }

  /// Removing the last entry once took all from the anchor on.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner: { a: *x, b: 2 }~|owner: { a: *x }~",
        "owner: { a: 1, b: *x }~|owner: { a: 1 }~",
        "owner: { b: *x, a: 1 }~|owner: { a: 1 }~",
        "owner: { <<: *m, a: 3, b: 2 }~|owner: { <<: *m, a: 3 }~",
        "owner: { b: 2, <<: *m }~|",
        "owner: { <<: *m, b: 2 }~|",
        "owner: { a: 1, <<: *m, b: 2 }~|",
        "owner:~  a: 1~  b: *x~|owner:~  a: 1~",
      })
  void anEntryIsRemovedFromItsOwnMapping(String before, @Nullable String after) {
    String text = "other: &m\n  c: &x 1\n" + before.replace('~', '\n');
    SourceFile file = new SourceFile("a.yaml", text);
    Mapping root = (Mapping) Yaml.parse(file).value().orElseThrow().getFirst().root();
    Mapping owner = (Mapping) Objects.requireNonNull(root.get("owner"));
    TextEdit edit =
        RemovalEdits.entry(owner, Objects.requireNonNull(owner.entry("b"), owner.toString()));
    assertEquals(
        after == null ? null : "other: &m\n  c: &x 1\n" + after.replace('~', '\n'),
        edit == null ? null : TextEdits.apply(file, List.of(edit)).orElseThrow());
  }
}
