package dev.procc.view.reference;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

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

  /// A key in each mapping that has it.
  public static SafeText keys(List<KeyReference> keys, int columns) {
    TextPage page = new TextPage(columns);
    for (KeyReference key : keys) {
      page.blank();
      page.line(key.name() + "   of " + key.owner());
      append(page, key);
    }
    return page.toText();
  }

  private static void append(TextPage page, KeyReference key) {
    page.wrap(4, 0, key.doc());
    page.wrap(4, 14, "takes         " + key.type());
    if (!key.unlessWritten().isEmpty()) {
      page.wrap(4, 14, "if left out   " + key.unlessWritten());
    }
    for (String example : key.examples()) {
      page.line("    for example   " + key.name() + ": " + example);
    }
    page.wrap(4, 14, "in the API    " + key.evidence());
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
