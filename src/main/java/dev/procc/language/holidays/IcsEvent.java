package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A VEVENT as written: its properties, each with its first line.
final class IcsEvent {
  private final int line;
  private final List<IcsProperty> properties = new ArrayList<>();

  IcsEvent(int line) {
    this.line = line;
  }

  /// A property and its line, from 1.
  record IcsProperty(VObjectProperty property, int line) {
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
    properties.add(new IcsProperty(property, at));
  }

  /// The first property with a name in upper case; null if there is none.
  @Nullable IcsProperty first(String name) {
    List<IcsProperty> all = all(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  List<IcsProperty> all(String name) {
    List<IcsProperty> all = new ArrayList<>();
    for (IcsProperty each : properties) {
      if (each.name().equalsIgnoreCase(name)) {
        all.add(each);
      }
    }
    return all;
  }

  /// The value of the first property with a name; empty if there is none.
  String value(String name) {
    IcsProperty first = first(name);
    return first == null ? "" : first.value();
  }
}
