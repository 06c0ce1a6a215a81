package dev.procc.language.writeback;

import dev.procc.language.edit.YamlText;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts changed to give another result, with their tags kept.
final class TagTexts {
  private TagTexts() {}

  /// The text in which the tags, each with its former value, give another result; null if one of
  /// these values is not in it, or a tag is more than a name.
  ///
  /// @param was the former result
  /// @param now the new result
  static @Nullable String realign(Scalar scalar, String was, String now) {
    List<Tag> tags = TagParser.parse(scalar).value().orElse(List.of());
    String text = scalar.value();
    List<String> values = valuesOf(tags, text, was);
    if (values == null) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tags.size(); i++) {
      String value = values.get(i);
      int found = value.isEmpty() ? -1 : now.indexOf(value, from);
      if (found < 0) {
        return null;
      }
      out.append(YamlText.escapeTags(now.substring(from, found)));
      out.append(text, tags.get(i).start(), tags.get(i).end());
      from = found + value.length();
    }
    return out.append(YamlText.escapeTags(now.substring(from))).toString();
  }

  /// The value of each tag of a text in its result, the shortest that fits; null if the text does
  /// not give this result, or a tag is more than a name.
  private static @Nullable List<String> valuesOf(List<Tag> tags, String text, String was) {
    if (tags.isEmpty() || !was.startsWith(text.substring(0, tags.getFirst().start()))) {
      return null;
    }
    List<String> values = new ArrayList<>();
    int read = tags.getFirst().start();
    for (int i = 0; i < tags.size(); i++) {
      boolean isLast = i + 1 == tags.size();
      String after =
          text.substring(tags.get(i).end(), isLast ? text.length() : tags.get(i + 1).start());
      int end = isLast ? was.length() - after.length() : was.indexOf(after, read);
      boolean fits = end >= read && was.startsWith(after, end);
      if (!fits || tags.get(i).kind() != Tag.TagKind.VALUE) {
        return null;
      }
      values.add(was.substring(read, end));
      read = end + after.length();
    }
    return values;
  }

  /// The text that a part of a text must become so that the whole changes to another one; null if
  /// the rest would have to change too, or the part occurs more than once.
  static @Nullable String solve(String part, String was, String now) {
    int at = part.isEmpty() ? -1 : was.indexOf(part);
    if (at < 0 || was.indexOf(part, at + 1) >= 0) {
      return null;
    }
    String before = was.substring(0, at);
    String after = was.substring(at + part.length());
    boolean fits =
        now.length() >= before.length() + after.length()
            && now.startsWith(before)
            && now.endsWith(after);
    return fits ? now.substring(before.length(), now.length() - after.length()) : null;
  }

  /// The name in a text that consists of a single tag; null for any other text.
  static @Nullable String singleName(Scalar scalar) {
    List<Tag> tags = new ArrayList<>(TagParser.parse(scalar).value().orElse(List.of()));
    return tags.size() == 1
            && tags.getFirst().kind() == Tag.TagKind.VALUE
            && tags.getFirst().start() == 0
            && tags.getFirst().end() == scalar.value().length()
        ? tags.getFirst().path()
        : null;
  }
}
