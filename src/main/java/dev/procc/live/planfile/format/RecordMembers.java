package dev.procc.live.planfile.format;

import dev.procc.base.json.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of a JSON object for a record, in one description for both writing and reading.
///
/// A description takes each member by its name, in the order of the file, and constructs the record
/// from them. When a record is written, a member has the value of the getter; when it is read, that
/// of the object. A member that no description takes is refused.
///
/// ```java
/// Description<Cause> cause =
///     m ->
///         new Cause(
///             m.required("file", TEXT, Cause::file),
///             m.required("line", NUMBER, Cause::line),
///             m.required("text", TEXT, Cause::text));
/// ```
public final class RecordMembers<R> {
  private final String path;
  private final @Nullable R source;
  private final Json.Obj object;
  private final Set<String> taken = new HashSet<>();
  private final Json.Builder written = Json.object();

  private RecordMembers(String path, @Nullable R source, Json.Obj object) {
    this.path = path;
    this.source = source;
    this.object = object;
  }

  /// The members of a record, and how it is constructed from them.
  interface Description<R> {
    R describe(RecordMembers<R> members) throws PlanFileException;
  }

  /// The format of a record.
  static <R> ValueFormat<R> format(Description<R> description) {
    return new ValueFormat<>(
        "an object was expected",
        record -> write(record, description),
        (json, path) -> json instanceof Json.Obj object ? read(object, path, description) : null);
  }

  static <R> Json.Obj write(R record, Description<R> description) {
    RecordMembers<R> members = new RecordMembers<>("", record, Json.Obj.EMPTY);
    try {
      description.describe(members);
    } catch (PlanFileException e) {
      throw new IllegalStateException("a record that was made is refused", e);
    }
    return members.written.build();
  }

  /// @param path of the object, for messages
  private static <R> R read(Json.Obj object, String path, Description<R> description)
      throws PlanFileException {
    RecordMembers<R> members = new RecordMembers<>(path, null, object);
    R record = description.describe(members);
    for (String name : object.members().keySet()) {
      if (!members.taken.contains(name)) {
        throw ValueFormat.error(
            members.pathOf(name), "unknown member, another procc wrote this plan");
      }
    }
    return record;
  }

  /// A member that is always present.
  <V> V required(String name, ValueFormat<V> format, Function<R, V> getter)
      throws PlanFileException {
    V value = nullable(name, format, getter);
    if (value == null) {
      throw ValueFormat.error(pathOf(name), "missing, " + format.expected());
    }
    return value;
  }

  /// A member that may be `null`.
  <V> @Nullable V nullable(String name, ValueFormat<V> format, Function<R, @Nullable V> getter)
      throws PlanFileException {
    if (source == null) {
      return readOrNull(name, format);
    }
    V value = getter.apply(source);
    written.put(name, value == null ? Json.NULL : format.writer().apply(value));
    return value;
  }

  /// A member that is left out if it is null.
  <V> @Nullable V optional(String name, ValueFormat<V> format, Function<R, @Nullable V> getter)
      throws PlanFileException {
    return source != null && getter.apply(source) == null ? null : nullable(name, format, getter);
  }

  /// A value that is left out if it is unknown; `null` is a known one.
  @Nullable Json known(String name, Function<R, @Nullable Json> getter) {
    if (source == null) {
      taken.add(name);
      return object.get(name);
    }
    Json value = getter.apply(source);
    if (value != null) {
      written.put(name, value);
    }
    return value;
  }

  /// A member that older plan files lack.
  <V> V orElse(String name, ValueFormat<V> format, V otherwise, Function<R, V> getter)
      throws PlanFileException {
    V value = nullable(name, format, getter);
    return value == null ? otherwise : value;
  }

  /// A member that is left out if it has its usual value.
  <V> V unlessUsual(String name, ValueFormat<V> format, V usual, Function<R, V> getter)
      throws PlanFileException {
    V value =
        optional(
            name,
            format,
            record -> getter.apply(record).equals(usual) ? null : getter.apply(record));
    return value == null ? usual : value;
  }

  private <V> @Nullable V readOrNull(String name, ValueFormat<V> format) throws PlanFileException {
    taken.add(name);
    Json value = object.get(name);
    return value == null || value instanceof Json.Null ? null : format.read(value, pathOf(name));
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
