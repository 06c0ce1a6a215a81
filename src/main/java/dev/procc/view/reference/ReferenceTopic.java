package dev.procc.view.reference;

import dev.procc.view.text.SafeText;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of the reference that is no mapping: the exit codes, the variables of the environment.
/// `procc explain exit-codes` shows one, `procc explain PROCC_TOKEN` a row of it.
///
/// @param name as it is asked for, and the name of its file in `topics/` beside this class
/// @param title its heading
/// @param rows each with what is explained, in backticks where it is typed, and its explanation
public record ReferenceTopic(String name, String title, List<List<String>> rows) {
  public ReferenceTopic {
    rows = List.copyOf(rows);
  }

  public static List<ReferenceTopic> all() {
    return List.of(
        read("date-expressions", "What a date may say"),
        read("exit-codes", "Exit codes"),
        read("environment", "Variables of the environment"),
        read("files", "Files, and whether they belong in git"));
  }

  /// The topic of a name, or the rows of one that explain a word; null if there are none.
  public static @Nullable ReferenceTopic find(String word) {
    for (ReferenceTopic topic : all()) {
      List<List<String>> rows =
          topic.rows.stream().filter(row -> words(row).anyMatch(word::equals)).toList();
      if (topic.name.equals(word) || !rows.isEmpty()) {
        return rows.isEmpty() ? topic : new ReferenceTopic(topic.name, topic.title, rows);
      }
    }
    return null;
  }

  /// What a row explains, `PROCC_TOKEN` and `PROCC_TOKEN__TARGET`; a folder without its slash too.
  private static Stream<String> words(List<String> row) {
    return Stream.of(row.getFirst().replace("`", "").split(", "))
        .flatMap(word -> Stream.of(word, word.replaceFirst("/.*", "")));
  }

  /// The rows for a terminal.
  public SafeText text(int columns) {
    TextPage page = new TextPage(columns);
    page.line(title);
    for (List<String> row : rows) {
      page.blank().wrap(2, 2, row.getFirst().replace("`", ""));
      page.wrap(4, 0, String.join("; in git: ", row.subList(1, row.size())).replace("`", ""));
    }
    return page.toText();
  }

  /// The cells of a table in Markdown, without its two first lines.
  private static ReferenceTopic read(String name, String title) {
    try (InputStream in = ReferenceTopic.class.getResourceAsStream("topics/" + name + ".md")) {
      List<List<String>> rows = new ArrayList<>();
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().skip(2).toList()) {
        rows.add(List.of(line.substring(2, line.length() - 2).split(" \\| ")));
      }
      return new ReferenceTopic(name, title, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the topic " + name, e);
    }
  }
}
