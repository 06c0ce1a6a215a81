package dev.procc.model.calendar;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Reads the oracle files.
final class OracleFile {
  private OracleFile() {}

  static Json.Obj read(String name) {
    try (InputStream in = OracleFile.class.getResourceAsStream("/oracles/" + name)) {
      return (Json.Obj) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> texts(Json.Obj object, String name) {
    return object.items(name).stream().map(j -> ((Json.Str) j).value()).toList();
  }

  static List<NamedDay> days(Json.Obj object, String name) {
    return texts(object, name).stream().map(d -> NamedDay.of(LocalDate.parse(d))).toList();
  }

  static Weekdays weekdays(Json.Obj object, String name) {
    Weekdays all = Weekdays.NONE;
    for (String day : texts(object, name)) {
      all = all.union(Weekdays.parse(day).orElseThrow());
    }
    return all;
  }

  static int day(Json.Obj object, String name) {
    return EpochDays.of(LocalDate.parse(object.text(name).orElseThrow()));
  }
}
