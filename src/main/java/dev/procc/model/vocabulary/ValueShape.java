package dev.procc.model.vocabulary;

import dev.procc.model.calendar.Weekdays;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a value in a document, apart from its meaning.
///
/// The binder, the JSON Schemas, completion and hover all use shapes. A text that contains `{{ }}`
/// fits every shape except a literal one.
public sealed interface ValueShape {
  ValueShape TEXT = new TextShape("a text", "");
  ValueShape SLUG = new TextShape("a key of a-z, 0-9, - and _", "[a-z0-9][a-z0-9_-]*");
  ValueShape PERIOD =
      new TextShape("a period such as 2024-Q4, 2024-12 or FY2025-P03", "[A-Za-z0-9][A-Za-z0-9_-]*");
  ValueShape API_VERSION =
      new TextShape("a version such as 2026-04-01.processes.preview", "[A-Za-z0-9][A-Za-z0-9._-]*");
  ValueShape URL =
      new TextShape("an address such as https://api.app.wdesk.com", "https?://[^\\s/?#@\"'<>]+/?");
  ValueShape BOOL = new BoolShape();
  ValueShape INTEGER = new IntShape();
  ValueShape DATE = new TextShape("a date, 2024-12-31", "\\d{4}-\\d{2}-\\d{2}");
  ValueShape DATE_EXPRESSION = new DateExpressionShape();
  ValueShape PARTICIPANT = new ParticipantShape();
  ValueShape WEEKDAY = new EnumShape(Weekdays.allNames());
  ValueShape ANY = new AnyShape();
  ValueShape CHILD = new ChildShape();

  /// The description after "which takes": `true or false`, `a list`.
  String description();

  /// A text.
  ///
  /// @param description for people: `a key of a-z, 0-9, - and _`
  /// @param pattern a regular expression for the whole text; empty for any text
  record TextShape(String description, String pattern) implements ValueShape {
    /// Written out: the one of a record is linked at run time, which slows a cold start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TextShape text
          && description.equals(text.description)
          && pattern.equals(text.pattern);
    }

    @Override
    public int hashCode() {
      return 31 * description.hashCode() + pattern.hashCode();
    }
  }

  /// `true` or `false`, unquoted.
  record BoolShape() implements ValueShape {
    @Override
    public String description() {
      return "true or false";
    }
  }

  /// A whole number, unquoted.
  record IntShape() implements ValueShape {
    @Override
    public String description() {
      return "a whole number";
    }
  }

  /// A date expression (dates.md), of which an ISO date is one.
  record DateExpressionShape() implements ValueShape {
    @Override
    public String description() {
      return "a date or a date expression";
    }
  }

  /// An alias, a role, or `{ id, type }`.
  record ParticipantShape() implements ValueShape {
    @Override
    public String description() {
      return "an alias, a role, or { id, type }";
    }
  }

  /// Raw JSON.
  record AnyShape() implements ValueShape {
    @Override
    public String description() {
      return "any value";
    }
  }

  /// A node of the tree: exactly one kind word, and the fields of that kind.
  record ChildShape() implements ValueShape {
    @Override
    public String description() {
      return "a node";
    }
  }

  /// One of a few words.
  record EnumShape(List<String> values) implements ValueShape {
    public EnumShape {
      values = List.copyOf(values);
    }

    @Override
    public String description() {
      return "one of " + String.join(", ", values);
    }
  }

  record ListShape(ValueShape item) implements ValueShape {
    @Override
    public String description() {
      return "a list";
    }
  }

  /// A mapping from names to values.
  ///
  /// @param names the shape of the names, unless it is checked elsewhere
  record MapShape(TextShape names, ValueShape value) implements ValueShape {
    @Override
    public String description() {
      return "a mapping";
    }
  }

  /// A mapping with known keys.
  record StructShape(String mappingName) implements ValueShape {
    @Override
    public String description() {
      return "a mapping";
    }
  }

  /// One of several shapes, chosen by whether a text, a list or a mapping is written. Between a
  /// structure and a map of such structures, it is the map if every value is a mapping and no key
  /// is one of the structure's.
  record UnionShape(List<ValueShape> alternatives) implements ValueShape {
    public UnionShape {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public String description() {
      List<String> descriptions = new ArrayList<>();
      for (ValueShape shape : alternatives) {
        descriptions.add(shape.description());
      }
      return String.join(" or ", descriptions);
    }
  }

  static ValueShape oneOf(String... values) {
    return new EnumShape(List.of(values));
  }

  static ValueShape listOf(ValueShape item) {
    return new ListShape(item);
  }

  static ValueShape mapOf(ValueShape value) {
    return new MapShape(new TextShape("any names", ""), value);
  }

  /// A mapping whose keys are plain names, since they become names of folders and words of
  /// commands.
  static ValueShape mapOfNames(ValueShape value) {
    return new MapShape(
        new TextShape("names of letters, digits, ., - and _", "[A-Za-z0-9][A-Za-z0-9._-]*"), value);
  }

  static ValueShape struct(String name) {
    return new StructShape(name);
  }

  static ValueShape either(ValueShape... shapes) {
    return new UnionShape(List.of(shapes));
  }
}
