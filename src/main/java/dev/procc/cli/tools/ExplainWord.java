package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.live.FindingCodes;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.check.CodePages;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.view.reference.KeyReference;
import dev.procc.view.reference.ReferenceText;
import dev.procc.view.text.TextPage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The explanation of a word: a code or name of a finding, a mapping, a key, a safety rule.
public final class ExplainWord {
  private ExplainWord() {}

  static int run(Invocation invocation, String word) throws Failure {
    Code code = code(word);
    if (code != null) {
      return page(invocation, code.id());
    }
    MappingSpec mapping = mapping(word);
    List<KeyReference> keys = KeyReference.named(word);
    SafetyRule rule = rule(word);
    if (mapping == null && keys.isEmpty() && rule == null) {
      throw Failure.usage(
          "\"" + word + "\" is not a finding, a kind, a field or a safety rule", hint(word));
    }
    if (invocation.isJson()) {
      printJson(invocation, mapping, keys, rule);
      return ExitCode.OK;
    }
    TextPage page = new TextPage(invocation.columns());
    if (mapping != null) {
      page.append(ReferenceText.mapping(mapping, invocation.columns()));
    }
    if (!keys.isEmpty() && !isKindWordAlone(mapping, keys)) {
      page.blank().append(ReferenceText.keys(keys, invocation.columns()));
    }
    if (rule != null) {
      page.blank().append(ReferenceText.rule(rule, invocation.columns()));
    }
    invocation.print(page.toText());
    return ExitCode.OK;
  }

  /// A hint at what else the word may be: an address, or a misspelt word.
  private static String hint(String word) {
    if (word.indexOf('/') > 0 || word.indexOf(':') > 0 || word.indexOf('@') > 0) {
      return "of an address: procc explain value " + word + ", or procc explain date " + word;
    }
    return Spelling.nearest(word, words())
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(
            "procc explain lists the findings, procc explain Project the settings, procc"
                + " help the commands");
  }

  /// Whether the only key is the kind word of the mapping, `group: close`, which the mapping itself
  /// shows.
  private static boolean isKindWordAlone(@Nullable MappingSpec mapping, List<KeyReference> keys) {
    return mapping != null && keys.stream().allMatch(key -> key.owner().equals(mapping.name()));
  }

  private static void printJson(
      Invocation invocation,
      @Nullable MappingSpec mapping,
      List<KeyReference> keys,
      @Nullable SafetyRule rule) {
    Json.Builder json = Json.object();
    if (mapping != null) {
      json.put("kind", mapping.name()).put("doc", mapping.doc());
      json.put("keys", ReferenceText.json(KeyReference.of(mapping)));
    }
    if (!keys.isEmpty()) {
      json.put("fields", ReferenceText.json(keys));
    }
    if (rule != null) {
      json.put("safetyRule", ReferenceText.json(rule));
    }
    invocation.print(ExitCode.OK, json.build());
  }

  private static int page(Invocation invocation, String code) {
    String page = CodePages.find(code).orElse("");
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, Json.object().put("code", code).put("page", page).build());
    } else {
      invocation.printLines(page);
    }
    return ExitCode.OK;
  }

  private static @Nullable Code code(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (Code code : FindingCodes.all()) {
      if (code.id().equals(upper) || code.name().equals(word)) {
        return code;
      }
    }
    return null;
  }

  /// The mapping with a name; without regard to case if there is no exact match.
  private static @Nullable MappingSpec mapping(String word) {
    MappingSpec exact = Vocabulary.find(word);
    if (exact != null) {
      return exact;
    }
    for (MappingSpec mapping : Vocabulary.all()) {
      if (mapping.name().equalsIgnoreCase(word)) {
        return KeyReference.named(word).isEmpty() ? mapping : null;
      }
    }
    return null;
  }

  private static @Nullable SafetyRule rule(String word) {
    for (SafetyRule rule : SafetyRule.values()) {
      if (rule.word().equals(word)) {
        return rule;
      }
    }
    return null;
  }

  /// All words that can be explained.
  public static Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (Code code : FindingCodes.all()) {
      words.add(code.id());
      words.add(code.name());
    }
    for (MappingSpec mapping : Vocabulary.all()) {
      words.add(mapping.name());
      for (KeySpec key : mapping.keys()) {
        words.add(key.name());
      }
    }
    for (SafetyRule rule : SafetyRule.values()) {
      words.add(rule.word());
    }
    return words;
  }
}
