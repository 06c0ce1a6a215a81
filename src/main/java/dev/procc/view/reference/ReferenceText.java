package dev.procc.view.reference;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Mappings, keys and safety rules as text for a terminal, and as JSON.
public final class ReferenceText {
  private ReferenceText() {}

  /// A mapping with its keys.
  public static SafeText mapping(MappingSpec mapping, int columns) {
    TextPage page = new TextPage(columns);
    page.line(mapping.name()).wrap(2, 0, mapping.doc());
    for (KeyReference key : KeyReference.of(mapping)) {
      page.blank();
      page.line("  " + key.name());
      append(page, key);
    }
    return page.toText();
  }

  /// A key in each mapping that has it; the mappings in which it is the same share a paragraph.
  public static SafeText keys(List<KeyReference> keys, int columns) {
    TextPage page = new TextPage(columns);
    List<KeyReference> left = new ArrayList<>(keys);
    while (!left.isEmpty()) {
      KeyReference key = left.getFirst();
      String owners =
          left.stream()
              .filter(key::saysTheSame)
              .map(KeyReference::owner)
              .collect(Collectors.joining(", "));
      left.removeIf(key::saysTheSame);
      page.blank().wrap(0, 2, key.name() + "   of " + owners);
      append(page, key);
    }
    return page.toText();
  }

  private static void append(TextPage page, KeyReference key) {
    page.wrap(4, 0, key.doc());
    page.wrap(4, 14, "takes         " + key.type());
    for (String word : key.words()) {
      page.wrap(18, 2, word.replaceFirst(": ", "  "));
    }
    if (!key.unlessWritten().isEmpty()) {
      page.wrap(4, 14, "if left out   " + key.unlessWritten());
    }
    for (String example : key.examples()) {
      page.line("    for example   " + key.name() + ": " + example);
    }
    if (!key.evidence().isEmpty()) {
      page.wrap(4, 14, "in the API    " + key.evidence());
    }
  }

  /// A safety rule.
  public static SafeText rule(SafetyRule rule, int columns) {
    TextPage page = new TextPage(columns);
    page.line(rule.word() + "   a safety rule of plans");
    page.wrap(4, 0, "Refuses " + rule.refuses() + ".");
    page.wrap(4, 14, "lifted by     " + lift(rule));
    return page.toText();
  }

  /// The text for what lifts a rule.
  static String lift(SafetyRule rule) {
    String flag = rule.flag();
    if (flag == null) {
      return "nothing: " + rule.remedy();
    }
    String word = flag.equals("--max-") ? "the --max-... flag of the limit" : flag;
    return rule.remedy().isEmpty() ? word : word + "; or " + rule.remedy();
  }

  public static Json json(List<KeyReference> keys) {
    List<Json> all = new ArrayList<>();
    for (KeyReference key : keys) {
      all.add(
          Json.object()
              .put("of", key.owner())
              .put("key", key.name())
              .put("takes", key.type())
              .put("ifLeftOut", key.unlessWritten())
              .put("evidence", key.evidence())
              .put("examples", Json.texts(key.examples()))
              .put("words", Json.texts(key.words()))
              .put("doc", key.doc())
              .build());
    }
    return Json.array(all);
  }

  public static Json.Obj json(SafetyRule rule) {
    return Json.object()
        .put("rule", rule.word())
        .put("refuses", rule.refuses())
        .put("liftedBy", lift(rule))
        .build();
  }
}
