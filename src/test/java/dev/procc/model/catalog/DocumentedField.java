package dev.procc.model.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A field of a schema as the API's own pages show it (`src/test/resources/api/fields.tsv`).
///
/// @param schema the API's name of the schema
/// @param type as the pages write it: `string(date)`, `[ProcessSummary]`, `PlanAction`, without
///   `null`
/// @param nullable whether the pages name `null` as a type
/// @param restrictions `required`, `read-only`, `unique`, `Maximum length: 32`
/// @param values the values of an enumeration; empty if it is none
/// @param where `table` for a property table, otherwise the page with the example payload
public record DocumentedField(
    String schema,
    String name,
    String type,
    boolean nullable,
    List<String> restrictions,
    List<String> values,
    String where) {

  /// Every field of every schema of the API's pages.
  public static List<DocumentedField> all() {
    List<DocumentedField> fields = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of("src/test/resources/api/fields.tsv"))) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          fields.add(
              new DocumentedField(
                  cells[0],
                  cells[1],
                  cells[2].replace("¦null", ""),
                  cells[2].endsWith("¦null"),
                  words(cells[3], ","),
                  words(cells[4], "[|]"),
                  cells[5]));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return fields;
  }

  private static List<String> words(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator));
  }

  public String id() {
    return schema + "." + name;
  }

  public boolean required() {
    return restrictions.contains("required");
  }

  /// The number in a restriction such as `Maximum length`; -1 if there is none.
  public int limit(String restriction) {
    for (String one : restrictions) {
      if (one.startsWith(restriction + ": ")) {
        return Integer.parseInt(one.substring(restriction.length() + 2));
      }
    }
    return -1;
  }
}
