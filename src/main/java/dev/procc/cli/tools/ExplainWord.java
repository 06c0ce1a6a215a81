package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.live.FindingCodes;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import dev.procc.base.json.Json;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.bind.Synonyms;
import dev.procc.language.check.CodePages;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import dev.procc.view.reference.KeyReference;
import dev.procc.view.reference.ReferenceText;
import dev.procc.view.reference.ReferenceTopic;
import dev.procc.view.text.TextPage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The explanation of a word: a code or name of a finding, a mapping, a key, a safety rule.
public final class ExplainWord {
  /// The most words that a hint names.
  private static final int MAX_HINTS = 8;

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
      return topic(invocation, word);
    }
    if (invocation.isJson()) {
      printJson(invocation, mapping, keys, rule);
      return ExitCode.OK;
    }
    TextPage page = new TextPage(invocation.columns());
    if (mapping != null) {
      page.append(ReferenceText.mapping(mapping, invocation.columns()));
    }
    List<KeyReference> others =
        mapping == null ? keys : keys.stream().filter(key -> !isKindWord(mapping, key)).toList();
    if (!others.isEmpty()) {
      page.blank().append(ReferenceText.keys(others, invocation.columns()));
    }
    if (rule != null) {
      page.blank().append(ReferenceText.rule(rule, invocation.columns()));
    }
    invocation.print(page.toText());
    return ExitCode.OK;
  }

  /// A table of the reference, or its rows about a word; about a date, what a date may say.
  private static int topic(Invocation invocation, String word) throws Failure {
    ReferenceTopic topic = ReferenceTopic.find(word);
    if (topic == null && isOfDates(word)) {
      topic = ReferenceTopic.find("date-expressions");
    }
    if (topic == null) {
      throw Failure.usage(
          "\"" + word + "\" is not a finding, a kind, a field or a safety rule", hint(word));
    }
    if (invocation.isJson()) {
      List<Json> rows = topic.rows().stream().map(row -> (Json) Json.texts(row)).toList();
      invocation.print(
          ExitCode.OK,
          Json.object().put("topic", topic.name()).put("rows", Json.array(rows)).build());
    } else {
      invocation.print(topic.text(invocation.columns()));
    }
    return ExitCode.OK;
  }

  /// Whether a word is a date, or what stands in one before or behind a number: `WD`, `bd`.
  private static boolean isOfDates(String word) {
    DateLanguage dates = new DateLanguage();
    return Stream.of(word, word + "3", "start + 3" + word)
        .anyMatch(text -> dates.canonical(text).isPresent());
  }

  /// A hint at what else the word may be: an address, a misspelt word, a part of words.
  private static String hint(String word) {
    if (word.indexOf('/') > 0 || word.indexOf(':') > 0 || word.indexOf('@') > 0) {
      return "of an address: procc explain value " + word + ", or procc explain date " + word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> with =
        lower.length() < 3
            ? List.of()
            : words().stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).contains(lower))
                .limit(MAX_HINTS)
                .toList();
    String other = Synonyms.find(word, List.copyOf(words()));
    return (other == null ? nearest(word) : Optional.of(other))
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(
            with.isEmpty()
                ? "procc explain lists the findings, procc explain Project the settings, procc"
                    + " explain date-expressions what a date may say, procc help the commands"
                : "words with it: " + String.join(", ", with));
  }

  /// The nearest word; of `Process.dueDat` the nearest key of that mapping.
  private static Optional<String> nearest(String word) {
    int dot = word.indexOf('.');
    MappingSpec mapping = dot < 0 ? null : mapping(word.substring(0, dot));
    return mapping == null
        ? Spelling.nearest(word, words())
        : Spelling.nearest(
                word.substring(dot + 1), mapping.keys().stream().map(KeySpec::name).toList())
            .map(key -> mapping.name() + "." + key);
  }

  /// Whether a key is the kind word of the mapping, `group: close`, which the mapping itself shows.
  private static boolean isKindWord(MappingSpec mapping, KeyReference key) {
    return key.owner().equals(mapping.name());
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
    for (ReferenceTopic topic : ReferenceTopic.all()) {
      words.add(topic.name());
    }
    return words;
  }
}
