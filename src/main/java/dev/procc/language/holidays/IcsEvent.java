package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A VEVENT as written: its properties, each with the line it begins on.
final class IcsEvent {
  private final int line;
  private final List<Written> properties = new ArrayList<>();

  IcsEvent(int line) {
    this.line = line;
  }

  /// A property and its line, from 1.
  record Written(VObjectProperty property, int line) {
    String name() {
      return property.getName();
    }

    String value() {
      return property.getValue();
    }
  }

  int line() {
    return line;
  }

  void add(VObjectProperty property, int at) {
    properties.add(new Written(property, at));
  }

  /// The first property of that name, upper case.
  @Nullable Written first(String name) {
    List<Written> all = all(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  List<Written> all(String name) {
    List<Written> all = new ArrayList<>();
    for (Written each : properties) {
      if (each.name().equalsIgnoreCase(name)) {
        all.add(each);
      }
    }
    return all;
  }

  /// The value of the first property of that name; empty when there is none.
  String value(String name) {
    Written first = first(name);
    return first == null ? "" : first.value();
  }
}
