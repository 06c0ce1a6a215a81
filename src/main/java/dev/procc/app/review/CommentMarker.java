package dev.procc.app.review;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.planfile.Plan;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hidden first line of what procc writes for a code host: `<!-- procc:plan {...} -->`.
///
/// Kind, project and target identify the comment. Its hashes are for display: the commit status is
/// authoritative, and they can be checked with it.
///
/// @param kind `plan`, `impact`
/// @param members as written
record CommentMarker(String kind, Json.Obj members) {
  private static final String START = "<!-- procc:";
  private static final String END = " -->";

  /// The marker at the start of a text; null if there is none.
  static @Nullable CommentMarker of(String text) {
    int end = text.indexOf(END);
    int space = text.indexOf(' ', START.length());
    if (!text.startsWith(START) || space < 0 || end < space || text.indexOf('\n') < end) {
      return null;
    }
    String kind = text.substring(START.length(), space);
    if (kind.isEmpty() || !kind.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
      return null;
    }
    try {
      return JsonReader.read(text.substring(space + 1, end)) instanceof Json.Obj members
          ? new CommentMarker(kind, members)
          : null;
    } catch (JsonException broken) {
      return null;
    }
  }

  String project() {
    return members.text("project").orElse("");
  }

  String target() {
    return members.text("target").orElse("");
  }

  /// The hash of the plan; empty if the text is not about a plan.
  String planHash() {
    return members.text("planHash").orElse("");
  }

  /// Whether it identifies the same comment. A project that cannot be read does not say which is
  /// its only target: that is empty then.
  boolean isSame(CommentMarker other) {
    return kind.equals(other.kind)
        && project().equals(other.project())
        && (target().equals(other.target()) || target().isEmpty() || other.target().isEmpty());
  }

  CommentMarker with(String name, Json value) {
    return new CommentMarker(kind, members.with(name, value));
  }

  /// The hashes of the processes, if they are those of a plan hash; empty if some were left out.
  List<String> processHashes(String planHash) {
    List<String> hashes = new ArrayList<>();
    for (Map.Entry<String, Json> each :
        members.obj("hashes").orElse(Json.Obj.EMPTY).members().entrySet()) {
      if (each.getValue() instanceof Json.Str hash) {
        hashes.add(hash.value());
      }
    }
    return Plan.hashOf(hashes).equals(planHash) ? hashes : List.of();
  }

  /// Whether a hash is that of a plan that does nothing.
  static boolean isOfNothing(String planHash) {
    return Plan.hashOf(List.of()).equals(planHash);
  }

  /// The line, without a line end.
  String line() {
    return MarkdownText.marker(kind, members).toString();
  }
}
