package dev.procc.language.bind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of other tools and people for the keys of the language, and for types.
public final class Synonyms {
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("tasks", List.of("root", "children")),
          Map.entry("steps", List.of("root", "children")),
          Map.entry("activities", List.of("root", "children")),
          Map.entry("nodes", List.of("root", "children")),
          Map.entry("items", List.of("root", "children")),
          Map.entry("jobs", List.of("root", "children")),
          Map.entry("task", List.of("sendTask")),
          Map.entry("step", List.of("sendTask")),
          Map.entry("todo", List.of("sendTask")),
          Map.entry("job", List.of("sendTask")),
          Map.entry("request", List.of("contentRequest")),
          Map.entry("datarequest", List.of("contentRequest")),
          Map.entry("datacollection", List.of("contentRequest")),
          Map.entry("signoff", List.of("certification")),
          Map.entry("approval", List.of("certification")),
          Map.entry("phase", List.of("group")),
          Map.entry("folder", List.of("group")),
          Map.entry("template", List.of("use")),
          Map.entry("include", List.of("use")),
          Map.entry("due", List.of("dueDate")),
          Map.entry("deadline", List.of("dueDate")),
          Map.entry("duedate", List.of("dueDate")),
          Map.entry("date", List.of("dueDate")),
          Map.entry("day", List.of("date")),
          Map.entry("on", List.of("date")),
          Map.entry("from", List.of("date")),
          Map.entry("start", List.of("date")),
          Map.entry("owner", List.of("assignee")),
          Map.entry("responsible", List.of("assignee")),
          Map.entry("assignedto", List.of("assignee")),
          Map.entry("who", List.of("assignee")),
          Map.entry("user", List.of("assignee", "person")),
          Map.entry("preparer", List.of("assignee")),
          Map.entry("reviewer", List.of("approver")),
          Map.entry("childs", List.of("children")),
          Map.entry("child", List.of("children")),
          Map.entry("url", List.of("apiUrl")),
          Map.entry("name", List.of("title", "key")),
          Map.entry("label", List.of("title", "name")),
          Map.entry("title", List.of("name")),
          Map.entry("description", List.of("instructions")),
          Map.entry("text", List.of("instructions", "string")),
          Map.entry("notes", List.of("instructions")),
          Map.entry("comment", List.of("instructions")),
          Map.entry("loop", List.of("forEach")),
          Map.entry("for", List.of("forEach")),
          Map.entry("when", List.of("if")),
          Map.entry("condition", List.of("if")),
          Map.entry("params", List.of("with", "parameters")),
          Map.entry("args", List.of("with", "arguments")),
          Map.entry("inputs", List.of("with", "parameters")),
          Map.entry("vars", List.of("variables")),
          Map.entry("tags", List.of("labels")),
          Map.entry("id", List.of("key")),
          Map.entry("bool", List.of("boolean")),
          Map.entry("int", List.of("integer")),
          Map.entry("float", List.of("number")),
          Map.entry("decimal", List.of("number")),
          Map.entry("array", List.of("list")),
          Map.entry("object", List.of("map")),
          Map.entry("holidays", List.of("closed")),
          Map.entry("weekend", List.of("workdays")));

  private Synonyms() {}

  /// The first of the known keys for which a word is a synonym; null if there is none.
  public static @Nullable String find(String word, List<String> known) {
    String plain = word.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
    for (String key : KEYS.getOrDefault(plain, List.of())) {
      if (known.contains(key)) {
        return key;
      }
    }
    return null;
  }
}
