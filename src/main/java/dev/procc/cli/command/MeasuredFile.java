package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.format.Formatter;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.live.probe.Answer;
import dev.procc.live.probe.Reading;
import dev.procc.model.catalog.Question;
import dev.procc.model.catalog.Questions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A `Capabilities` document: what was measured of a server.
///
/// @param apiUrl the server that was asked; empty where it is not written
/// @param answers by question, in the order of the questions
/// @param evidence how each was found, where that is written
/// @param unanswered why a question has no answer
record MeasuredFile(
    String apiUrl,
    Map<String, String> answers,
    Map<String, Answer> evidence,
    Map<String, String> unanswered) {
  static final MeasuredFile NONE = new MeasuredFile("", Map.of(), Map.of(), Map.of());

  /// Reads a document; answers that are none are left out, lint names them.
  static MeasuredFile of(SourceDocument document) {
    return of(document.mapping());
  }

  static MeasuredFile of(Mapping document) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, Answer> evidence = new LinkedHashMap<>();
    for (Question question : Questions.LIST) {
      String key = question.key();
      String word = text(mapping(document, "answers"), key);
      if (question.allows(word)) {
        answers.put(key, word);
        Mapping shown = mapping(mapping(document, "evidence"), key);
        evidence.put(
            key,
            new Answer(
                key,
                Reading.is(word, text(shown, "observed")),
                date(text(shown, "date")),
                texts(shown)));
      }
    }
    Map<String, String> unanswered = new LinkedHashMap<>();
    for (Entry entry : mapping(document, "unanswered").entries()) {
      if (entry.value() instanceof Scalar why) {
        unanswered.put(entry.key().value(), why.value());
      }
    }
    return new MeasuredFile(text(document, "apiUrl"), answers, evidence, unanswered);
  }

  /// The day of the latest answer.
  LocalDate latest() {
    LocalDate latest = LocalDate.EPOCH;
    for (Answer answer : evidence.values()) {
      latest = answer.date().isAfter(latest) ? answer.date() : latest;
    }
    return latest;
  }

  /// With an answer more, or another reason why there is none.
  MeasuredFile with(Answer answer) {
    Map<String, String> words = new LinkedHashMap<>(answers);
    Map<String, Answer> shown = new LinkedHashMap<>(evidence);
    Map<String, String> none = new LinkedHashMap<>(unanswered);
    String key = answer.key();
    words.remove(key);
    shown.remove(key);
    none.remove(key);
    if (answer.reading().clear()) {
      words.put(key, answer.reading().word());
      shown.put(key, answer);
    } else {
      none.put(key, answer.reading().observed());
    }
    return new MeasuredFile(apiUrl, words, shown, none);
  }

  /// With reasons for questions that have neither an answer nor a reason of their own.
  MeasuredFile withReasons(Map<String, String> reasons) {
    Map<String, String> none = new LinkedHashMap<>(unanswered);
    reasons.forEach((key, why) -> {
      if (!answers.containsKey(key)) {
        none.putIfAbsent(key, why);
      }
    });
    return new MeasuredFile(apiUrl, answers, evidence, none);
  }

  MeasuredFile at(String url) {
    return new MeasuredFile(url, answers, evidence, unanswered);
  }

  /// The text of the document, as `procc fmt` leaves it.
  String write(String key, String api) {
    StringBuilder out = new StringBuilder("procc: v1\nkind: Capabilities\n");
    out.append("key: ").append(key).append('\n');
    out.append("apiUrl: ").append(quoted(apiUrl)).append('\n');
    out.append("api: ").append(quoted(api)).append('\n');
    out.append(answers.isEmpty() ? "answers: {}\n" : "answers:\n");
    for (Question question : Questions.LIST) {
      String word = answers.get(question.key());
      if (word != null) {
        out.append("  ").append(question.key()).append(": ").append(plain(word)).append('\n');
      }
    }
    out.append(answers.isEmpty() ? "" : "evidence:\n");
    for (Question question : Questions.LIST) {
      Answer answer = evidence.get(question.key());
      if (answer != null) {
        evidence(out, answer);
      }
    }
    out.append(unanswered.isEmpty() ? "" : "unanswered:\n");
    unanswered.forEach(
        (name, why) -> out.append("  ").append(name).append(": ").append(quoted(why)).append('\n'));
    SourceFile file = new SourceFile("capabilities.yaml", out.toString());
    return new Formatter().format(file).value().orElse(out.toString());
  }

  private static void evidence(StringBuilder out, Answer answer) {
    out.append("  ").append(answer.key()).append(":\n");
    out.append("    date: ").append(answer.date()).append('\n');
    List<String> calls = new ArrayList<>();
    answer.calls().forEach(call -> calls.add(quoted(call)));
    out.append("    calls: [").append(String.join(", ", calls)).append("]\n");
    out.append("    observed: ").append(quoted(answer.reading().observed())).append('\n');
  }

  /// A word of an answer; `400` stays a text.
  private static String plain(String word) {
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
