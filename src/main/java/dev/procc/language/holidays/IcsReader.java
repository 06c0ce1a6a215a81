package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parser of the events of a text, on top of biweekly's syntax reader, which unfolds lines and
/// parses parameters.
final class IcsReader implements VObjectDataListener {
  private final List<IcsEvent> events = new ArrayList<>();
  private @Nullable IcsEvent openEvent;
  private boolean hasCalendar;
  private int cancelLine;
  private int depth;

  /// The events of a text, and whether its calendar is complete.
  static IcsReader read(String text) {
    IcsReader reader = new IcsReader();
    try (VObjectReader in = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
      in.parse(reader);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return reader;
  }

  List<IcsEvent> events() {
    return events;
  }

  /// Whether there was a VCALENDAR.
  boolean hasCalendar() {
    return hasCalendar;
  }

  /// The line that cancels the events of the file; 0 if there is none.
  int cancelLine() {
    return cancelLine;
  }

  /// Whether every component that begins also ends.
  boolean isClosed() {
    return depth == 0;
  }

  @Override
  public void onComponentBegin(String name, Context context) {
    depth++;
    if (name.equalsIgnoreCase("VCALENDAR")) {
      hasCalendar = true;
    } else if (name.equalsIgnoreCase("VEVENT")) {
      openEvent = new IcsEvent(context.getLineNumber());
    }
  }

  @Override
  public void onComponentEnd(String name, Context context) {
    depth--;
    if (openEvent != null && name.equalsIgnoreCase("VEVENT")) {
      events.add(openEvent);
      openEvent = null;
    }
  }

  @Override
  public void onProperty(VObjectProperty property, Context context) {
    List<String> parents = context.getParentComponents();
    if (property.getName().equalsIgnoreCase("METHOD")
        && property.getValue().strip().equalsIgnoreCase("CANCEL")) {
      cancelLine = context.getLineNumber();
    }
    if (openEvent != null && !parents.isEmpty() && parents.getLast().equalsIgnoreCase("VEVENT")) {
      openEvent.add(property, context.getLineNumber());
    }
  }

  @Override
  public void onVersion(String value, Context context) {
    // Whatever the version, the properties that are read here are the same.
  }

  @Override
  public void onWarning(
      Warning warning, @Nullable VObjectProperty property, @Nullable Exception e, Context context) {
    if (openEvent != null && warning == Warning.MALFORMED_LINE) {
      openEvent.addUnreadable(context.getUnfoldedLine(), context.getLineNumber());
    }
  }
}
