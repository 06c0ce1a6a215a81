package dev.procc.live.probe;

import dev.procc.base.json.Json;
import dev.procc.live.api.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The replies to the calls of one probe. Calls are numbered from 1.
final class ProbeReplies {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?:\\.([\\w.]+))?}");
  private static final int MAX_MESSAGE = 160;

  private final ProbeValues values;
  private final List<RawResponse> all = new ArrayList<>();

  ProbeReplies(ProbeValues values) {
    this.values = values;
  }

  void add(RawResponse reply) {
    all.add(reply);
  }

  /// The values of the placeholders.
  ProbeValues values() {
    return values;
  }

  /// A template with the values of its placeholders.
  ///
  /// @return null if one has no value
  @Nullable String fill(String template) {
    return values.fill(template);
  }

  /// The HTTP status of a reply; 0 if the call was not made.
  int status(int call) {
    return call <= all.size() ? all.get(call - 1).status() : 0;
  }

  /// Whether a call was made and succeeded.
  boolean succeeded(int call) {
    return status(call) >= 200 && status(call) < 300;
  }

  /// The body of a reply; empty if it is not an object.
  private Json.Obj body(int call) {
    return call <= all.size() && all.get(call - 1).json() instanceof Json.Obj body
        ? body
        : Json.Obj.EMPTY;
  }

  /// The `revision` of the process in a reply.
  ///
  /// @return -1 if there is none
  long revision(int call) {
    return body(call).integer("revision").orElse(-1L);
  }

  /// The number of errors of a validation.
  int errorCount(int call) {
    return body(call).items("errors").size();
  }

  /// The jobs of the process or run in a reply, in the order of its tree.
  List<Json.Obj> jobs(int call) {
    return ProcessTrees.jobs(body(call));
  }

  /// The items of a list that are objects.
  List<Json.Obj> items(int call) {
    List<Json.Obj> items = new ArrayList<>();
    for (Json item : body(call).items("data")) {
      if (item instanceof Json.Obj object) {
        items.add(object);
      }
    }
    return items;
  }

  /// A member of a reply as text; for an array its texts, separated by spaces.
  ///
  /// @param path `name` in the body; `job.title` in its first job, `argument.title` in the
  ///   arguments of that job, `child.job` in the first child of its root, `error.target` in the
  ///   first error of a validation, `item.name` in the first item of a list
  /// @return empty if it is absent
  String value(int call, String path) {
    return switch (find(call, path)) {
      case Json.Str text -> text.value();
      case Json.Num number -> number.asLong().map(String::valueOf).orElse("");
      case Json.Bool flag -> String.valueOf(flag.value());
      case Json.Arr array -> joined(array);
      case null, default -> "";
    };
  }

  private static String joined(Json.Arr array) {
    List<String> texts = new ArrayList<>();
    array.items().forEach(item -> texts.add(item instanceof Json.Str text ? text.value() : ""));
    return String.join(" ", texts);
  }

  /// A member of a reply.
  ///
  /// @param path as in [#value]
  /// @return null if it is absent
  @Nullable Json find(int call, String path) {
    int dot = path.indexOf('.');
    Json.Obj part = dot < 0 ? body(call) : part(call, path.substring(0, dot));
    return part.get(path.substring(dot + 1));
  }

  private Json.Obj part(int call, String name) {
    return switch (name) {
      case "job" -> first(jobs(call));
      case "argument" -> ProcessTrees.arguments(first(jobs(call)));
      case "child" -> ProcessTrees.firstChild(body(call));
      case "error" -> first(body(call).items("errors"));
      case "item" -> first(items(call));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Json.Obj first(List<? extends Json> list) {
    return !list.isEmpty() && list.getFirst() instanceof Json.Obj first ? first : Json.Obj.EMPTY;
  }

  /// A template with values of the replies: `{2}` is the status and message of a reply,
  /// `{2.revision}` and `{2.errors}` its revision and number of errors, `{2.job.status}` the member
  /// at a path.
  String describe(String template) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> {
          int call = Integer.parseInt(found.group(1));
          String path = found.group(2);
          String text =
              switch (path) {
                case null -> describe(call);
                case "revision" -> String.valueOf(revision(call));
                case "errors" -> String.valueOf(errorCount(call));
                default -> value(call, path);
              };
          return Matcher.quoteReplacement(text);
        });
  }

  /// `400: Field 'id' is given by the server`.
  private String describe(int call) {
    if (call > all.size()) {
      return "not called";
    }
    String message = body(call).text("message").orElse("").replaceAll("\\p{Cntrl}+", " ");
    String shortened =
        message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
    return status(call) + (shortened.isEmpty() ? "" : ": " + shortened);
  }

  /// The result that the replies fit no answer, with the text of each.
  ProbeResult unclear() {
    List<String> descriptions = new ArrayList<>();
    for (int call = 1; call <= all.size(); call++) {
      descriptions.add(" " + describe(call));
    }
    return ProbeResult.unclear("the replies fit no answer:" + String.join(";", descriptions));
  }
}
