package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A VEVENT as written: its properties, each with its first line.
final class IcsEvent {
  private static final List<String> ABOUT_DAYS =
      List.of(
          "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS");

  private final int line;
  private final List<IcsProperty> properties = new ArrayList<>();
  private int unreadableLine;

  IcsEvent(int line) {
    this.line = line;
  }

  /// A property and its line, from 1; its value has no blanks around it.
  record IcsProperty(VObjectProperty property, int line) {
    String name() {
      return property.getName();
    }

    String value() {
      return property.getValue().strip();
    }
  }

  int line() {
    return line;
  }

  /// The first line about its days that is no property, from 1; 0 if there is none.
  int unreadableLine() {
    return unreadableLine;
  }

  /// Notes a line that is no property: it matters if it begins as one about the days.
  void addUnreadable(String text, int at) {
    String words = text.strip().toUpperCase(Locale.ROOT);
    for (String name : ABOUT_DAYS) {
      if (unreadableLine == 0 && words.startsWith(name)) {
        unreadableLine = at;
      }
    }
  }

  /// Its name on one line.
  String summary() {
    return VObjectPropertyValues.unescape(value("SUMMARY")).strip().replaceAll("\\s+", " ");
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
