package dev.procc.app.connection;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.live.probe.ProbeAnswer;
import dev.procc.live.probe.ProbeResult;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A `Capabilities` document: the measured capabilities of a server.
///
/// @param apiUrl the server that was measured; empty if it is not written
/// @param answers by question, in the order of the questions
/// @param evidence how each answer was found, if that is written
/// @param unanswered the reasons why questions have no answer
public record CapabilitiesDocument(
    String apiUrl,
    Map<String, String> answers,
    Map<String, ProbeAnswer> evidence,
    Map<String, String> unanswered) {
  public static final CapabilitiesDocument NONE =
      new CapabilitiesDocument("", Map.of(), Map.of(), Map.of());

  /// Reads a document; invalid answers are left out, and reported by lint.
  public static CapabilitiesDocument of(SourceDocument document) {
    return of(document.mapping());
  }

  public static CapabilitiesDocument of(Mapping document) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, ProbeAnswer> evidence = new LinkedHashMap<>();
    for (ServerBehaviour question : ServerBehaviours.ALL) {
      String key = question.key();
      String word = text(mapping(document, "answers"), key);
      if (question.allows(word)) {
        answers.put(key, word);
        Mapping shown = mapping(mapping(document, "evidence"), key);
        evidence.put(
            key,
            new ProbeAnswer(
                key,
                ProbeResult.of(word, text(shown, "observed")),
                date(text(shown, "date")),
                texts(shown)));
      }
    }
    Map<String, String> unanswered = new LinkedHashMap<>();
    for (MappingEntry entry : mapping(document, "unanswered").entries()) {
      if (entry.value() instanceof Scalar why) {
        unanswered.put(entry.key().value(), why.value());
      }
    }
    return new CapabilitiesDocument(text(document, "apiUrl"), answers, evidence, unanswered);
  }

  /// A copy with another answer, or another reason why there is none.
  public CapabilitiesDocument withAnswer(ProbeAnswer answer) {
    Map<String, String> words = new LinkedHashMap<>(answers);
    Map<String, ProbeAnswer> shown = new LinkedHashMap<>(evidence);
    Map<String, String> none = new LinkedHashMap<>(unanswered);
    String key = answer.key();
    words.remove(key);
    shown.remove(key);
    none.remove(key);
    if (answer.result().isClear()) {
      words.put(key, answer.result().answer());
      shown.put(key, answer);
    } else {
      none.put(key, answer.result().observed());
    }
    return new CapabilitiesDocument(apiUrl, words, shown, none);
  }

  /// A copy with reasons for questions that have neither an answer nor a reason.
  public CapabilitiesDocument withReasons(Map<String, String> reasons) {
    Map<String, String> none = new LinkedHashMap<>(unanswered);
    reasons.forEach((key, why) -> {
      if (!answers.containsKey(key)) {
        none.putIfAbsent(key, why);
      }
    });
    return new CapabilitiesDocument(apiUrl, answers, evidence, none);
  }

  public CapabilitiesDocument withApiUrl(String url) {
    return new CapabilitiesDocument(url, answers, evidence, unanswered);
  }

  /// The text of the document, in canonical form.
  public String write(String key, String api) {
    StringBuilder out = new StringBuilder("procc: v1\nkind: Capabilities\n");
    out.append("key: ").append(key).append('\n');
    out.append("apiUrl: ").append(quoted(apiUrl)).append('\n');
    out.append("api: ").append(quoted(api)).append('\n');
    out.append(answers.isEmpty() ? "answers: {}\n" : "answers:\n");
    for (ServerBehaviour question : ServerBehaviours.ALL) {
      String word = answers.get(question.key());
      if (word != null) {
        out.append("  ").append(question.key()).append(": ").append(answerText(word)).append('\n');
      }
    }
    out.append(answers.isEmpty() ? "" : "evidence:\n");
    for (ServerBehaviour question : ServerBehaviours.ALL) {
      ProbeAnswer answer = evidence.get(question.key());
      if (answer != null) {
        appendEvidence(out, answer);
      }
    }
    out.append(unanswered.isEmpty() ? "" : "unanswered:\n");
    unanswered.forEach(
        (name, why) -> out.append("  ").append(name).append(": ").append(quoted(why)).append('\n'));
    SourceFile file = new SourceFile("capabilities.yaml", out.toString());
    return new Formatter().format(file).value().orElse(out.toString());
  }

  private static void appendEvidence(StringBuilder out, ProbeAnswer answer) {
    out.append("  ").append(answer.key()).append(":\n");
    out.append("    date: ").append(answer.date()).append('\n');
    List<String> calls = new ArrayList<>();
    answer.calls().forEach(call -> calls.add(quoted(call)));
    out.append("    calls: [").append(String.join(", ", calls)).append("]\n");
    out.append("    observed: ").append(quoted(answer.result().observed())).append('\n');
  }

  /// The YAML of an answer; `400` stays a text.
  private static String answerText(String word) {
    return Character.isDigit(word.charAt(0)) ? quoted(word) : word;
  }

  private static String quoted(String text) {
    return Json.of(text).write();
  }

  private static Mapping mapping(Mapping holder, String name) {
    return holder.get(name) instanceof Mapping inner
        ? inner
        : new Mapping(holder.origin(), List.of(), true);
  }

  private static String text(Mapping holder, String name) {
    return holder.get(name) instanceof Scalar scalar ? scalar.value() : "";
  }

  private static List<String> texts(Mapping holder) {
    List<String> texts = new ArrayList<>();
    if (holder.get("calls") instanceof Sequence list) {
      list.items().forEach(item -> texts.add(item instanceof Scalar s ? s.value() : ""));
    }
    return texts;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      return LocalDate.EPOCH;
    }
  }
}
