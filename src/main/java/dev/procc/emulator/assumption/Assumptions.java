package dev.procc.emulator.assumption;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of assumptions, read from `assumptions.json`: `procc emulate --assumptions` prints it,
/// the page shows it, and switches are looked up in it.
public final class Assumptions {
  /// All assumptions, in the order in which they are printed.
  public static final List<Assumption> LIST = readList();

  private static final Map<String, Assumption> BY_KEY = index();

  private Assumptions() {}

  /// The assumption with a key; null if there is none.
  public static @Nullable Assumption byKey(String key) {
    return BY_KEY.get(key);
  }

  /// The list as text for a terminal: a paragraph for each, with a star at the default.
  public static String text() {
    StringBuilder out = new StringBuilder();
    for (Assumption assumption : LIST) {
      out.append(assumption.key()).append(": ").append(assumption.question()).append('\n');
      for (Assumption.Choice choice : assumption.choices()) {
        out.append(choice.word().equals(assumption.defaultWord()) ? "  * " : "    ");
        out.append(choice.word()).append(" - ").append(choice.meaning()).append('\n');
      }
    }
    return out.toString();
  }

  private static List<Assumption> readList() {
    try (InputStream in = Assumptions.class.getResourceAsStream("assumptions.json")) {
      if (in == null) {
        throw new IllegalStateException("assumptions.json is not in the program");
      }
      Json list = JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      List<Assumption> assumptions = new ArrayList<>();
      for (Json item : list instanceof Json.Arr array ? array.items() : List.<Json>of()) {
        assumptions.add(assumption(item instanceof Json.Obj object ? object : Json.Obj.EMPTY));
      }
      return List.copyOf(assumptions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Assumption assumption(Json.Obj row) {
    List<Assumption.Choice> choices = new ArrayList<>();
    for (Json item : row.items("choices")) {
      Json.Obj choice = item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
      choices.add(new Assumption.Choice(text(choice, "word"), text(choice, "means")));
    }
    return new Assumption(text(row, "key"), text(row, "question"), choices);
  }

  private static String text(Json.Obj row, String name) {
    return row.text(name).orElse("");
  }

  private static Map<String, Assumption> index() {
    Map<String, Assumption> index = new LinkedHashMap<>();
    for (Assumption assumption : LIST) {
      index.put(assumption.key(), assumption);
    }
    return index;
  }
}
