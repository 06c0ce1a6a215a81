package dev.procc.view.run;

import dev.procc.live.apply.RunStatus.NodeStatus;
import dev.procc.model.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/// The calendars by which the business days of a run are counted.
public interface RunCalendars {
  /// The calendar of the process, or of the date that the actor of a node has to meet; null if
  /// unknown.
  ///
  /// @param node null for the process
  @Nullable BusinessCalendar find(@Nullable NodeStatus node);
}
