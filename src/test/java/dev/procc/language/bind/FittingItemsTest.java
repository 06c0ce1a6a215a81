package dev.procc.language.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Items that are known to fit are recognised again with the same result as without that knowledge,
/// whatever is typed around them.
class FittingItemsTest {
  private static final String HEAD =
      """
      procc: v1
      kind: Process
      key: p
      name: P
      businessStartDate: period.start
      businessEndDate: period.end
      dueDate: WD15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: true
        children:
      """;

  private static final List<String> TYPED =
      List.of(
          "#4",
          " #4 of",
          ",",
          "*a",
          "&a ",
          "<<: *a",
          "\n",
          "\n      ",
          "  ",
          "- ",
          "\"",
          "{",
          "}",
          "colour: red\n",
          "dueDate: WD3\n          ",
          "autoClose: true\n",
          "sendTask: t1\n",
          "WD",
          "0",
          "{{ x }}",
          ":",
          "---\n",
          "title: A,");

  private final Binder binder = new Binder(new DateLanguage());

  @Test
  void isFoundAgainAsIfNothingWereKnown() {
    String process = process();
    FittingItems known = new FittingItems();
    Random random = new Random(5);
    String text = process;
    int faults = 0;
    for (int i = 0; i < 250; i++) {
      int at = HEAD.length() + random.nextInt(text.length() - HEAD.length());
      int end = Math.min(text.length(), at + random.nextInt(8));
      String typed = TYPED.get(random.nextInt(TYPED.size()));
      text =
          random.nextInt(3) == 0
              ? process
              : text.substring(0, at) + typed + text.substring(random.nextBoolean() ? at : end);
      known.begin();
      faults += compare(text, known) ? 1 : 0;
    }
    assertTrue(faults > 50, faults + " with faults");
  }

  /// The reason that a node no longer fits may be in the text after it, or at the target of an
  /// alias.
  @Test
  void isLookedAtAgainForWhatStandsElsewhere() {
    String process = process().replaceFirst("title: Task\n", "title: &a Task\n");
    process = process + "        - sendTask: last\n          dueDate: WD3\n          title: *a\n";
    FittingItems known = new FittingItems();
    for (String text :
        List.of(
            process,
            process.replaceAll("title: Task\n", "title: Task #4\n"),
            process.replace("&a Task", "&a [x]"),
            process.replace("&a Task", "&a Task, "))) {
      known.begin();
      assertEquals(text != process, compare(text, known), text);
    }
  }

  private static String process() {
    StringBuilder process = new StringBuilder(HEAD);
    for (int task = 0; task < 9; task++) {
      process.append(
          task % 3 > 0
              ? ""
              : "    - group: g%d\n      name: G\n      parallel: true\n      children:\n"
                  .formatted(task / 3));
      process.append("        - sendTask: t%d\n          dueDate: WD3 # third\n".formatted(task));
      process.append("          assignee: ana\n          title: Task\n");
    }
    return process.toString();
  }

  /// Whether anything does not fit.
  private boolean compare(String text, FittingItems known) {
    boolean any = false;
    for (YamlDocument document : Yaml.parse(new SourceFile("p.yaml", text)).value().orElseThrow()) {
      if (document.readableRoot() instanceof Mapping root) {
        String expected = shown(binder.structure("Process", root));
        assertEquals(expected, shown(binder.structure("Process", root, known, document)), text);
        any |= expected.startsWith("PC");
      }
    }
    return any;
  }

  private static String shown(Outcome<Mapping> read) {
    StringBuilder shown = new StringBuilder();
    for (Finding each : read.findings()) {
      shown.append(each.code().id()).append(' ').append(each.span()).append(' ');
      shown.append(each.message()).append(' ').append(each.labels().size()).append('\n');
    }
    show(read.value().orElseThrow(), shown);
    return shown.toString();
  }

  private static void show(YamlNode node, StringBuilder into) {
    if (node instanceof Mapping mapping) {
      into.append('{');
      for (MappingEntry entry : mapping.entries()) {
        into.append(entry.key().value()).append(": ");
        show(entry.value(), into);
        into.append(", ");
      }
      into.append('}');
    } else if (node instanceof Sequence list) {
      into.append('[');
      list.items().forEach(each -> show(each, into.append(' ')));
      into.append(']');
    } else if (node instanceof Scalar scalar) {
      into.append(scalar.value());
    } else if (node instanceof Unknown) {
      into.append('?');
    }
  }
}
