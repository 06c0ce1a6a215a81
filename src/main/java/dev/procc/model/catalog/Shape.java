package dev.procc.model.catalog;

import java.util.ArrayList;
import java.util.List;

/// What may stand at a place of a document, before its meaning is asked for.
///
/// The binder, the JSON Schemas, completion and hover all read shapes; a text that holds `{{ }}`
/// fits every one of them but the literal words.
public sealed interface Shape {
  Shape TEXT = new Text("a text", "");
  Shape SLUG = new Text("a key of a-z, 0-9, - and _", "[a-z0-9][a-z0-9_-]*");
  Shape PERIOD =
      new Text("a period such as 2024-Q4, 2024-12 or FY2025-P03", "[A-Za-z0-9][A-Za-z0-9_-]*");
  Shape BOOL = new Bool();
  Shape INTEGER = new Int();
  Shape DATE = new Text("a date, 2024-12-31", "\\d{4}-\\d{2}-\\d{2}");
  Shape DATE_EXPRESSION = new DateExpression();
  Shape PARTICIPANT = new Participant();
  Shape ANY = new Anything();
  Shape CHILD = new Child();

  /// What people call it, as in "which takes ...": `true or false`, `a list`.
  String words();

  /// A text, or what is read as one.
  ///
  /// @param words what people call it: `a key of a-z, 0-9, - and _`
  /// @param pattern a regular expression for the whole text; empty for any text
  record Text(String words, String pattern) implements Shape {}

  /// `true` or `false`, unquoted.
  record Bool() implements Shape {
    @Override
    public String words() {
      return "true or false";
    }
  }

  /// A whole number, unquoted.
  record Int() implements Shape {
    @Override
    public String words() {
      return "a whole number";
    }
  }

  /// A date expression (dates.md); an ISO date is one.
  record DateExpression() implements Shape {
    @Override
    public String words() {
      return "a date or a date expression";
    }
  }

  /// An alias, a role, or `{ id, type }`.
  record Participant() implements Shape {
    @Override
    public String words() {
      return "an alias, a role, or { id, type }";
    }
  }

  /// Raw JSON.
  record Anything() implements Shape {
    @Override
    public String words() {
      return "any value";
    }
  }

  /// A node of the tree: exactly one of the kind words, and the fields of that kind.
  record Child() implements Shape {
    @Override
    public String words() {
      return "a node";
    }
  }

  /// One of a few words.
  record OneOf(List<String> values) implements Shape {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public String words() {
      return "one of " + String.join(", ", values);
    }
  }

  record ListOf(Shape item) implements Shape {
    @Override
    public String words() {
      return "a list";
    }
  }

  /// Names to values; the names are slugs or, for variables, identifiers.
  record MapOf(Shape value) implements Shape {
    @Override
    public String words() {
      return "a mapping";
    }
  }

  /// A mapping with known keys.
  record Struct(String structure) implements Shape {
    @Override
    public String words() {
      return "a mapping";
    }
  }

  /// One shape or another, told apart by what is written: a text, a list or a mapping. Of a
  /// structure and a map of such structures, the map is meant when every value is a mapping and no
  /// key is a word of the structure.
  record Either(List<Shape> shapes) implements Shape {
    public Either {
      shapes = List.copyOf(shapes);
    }

    @Override
    public String words() {
      List<String> words = new ArrayList<>();
      for (Shape shape : shapes) {
        words.add(shape.words());
      }
      return String.join(" or ", words);
    }
  }

  static Shape oneOf(String... values) {
    return new OneOf(List.of(values));
  }

  static Shape listOf(Shape item) {
    return new ListOf(item);
  }

  static Shape mapOf(Shape value) {
    return new MapOf(value);
  }

  static Shape struct(String name) {
    return new Struct(name);
  }

  static Shape either(Shape... shapes) {
    return new Either(List.of(shapes));
  }
}
