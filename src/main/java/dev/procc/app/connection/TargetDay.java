package dev.procc.app.connection;

import dev.procc.app.project.ProjectSession;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.practice.PracticeClock;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The day of a command about live processes: the given one, otherwise that of a local Processes
/// API with a clock of its own, otherwise today.
public final class TargetDay {
  private TargetDay() {}

  /// @param notes receives the source of the day, if it is the emulator
  public static LocalDate of(ProjectSession session, Consumer<String> notes) {
    URI url = session.request().asOf() == null ? url(session) : null;
    Timings.enter(Phase.FETCH);
    LocalDate day = url == null ? null : PracticeClock.day(url);
    Timings.enter(Phase.READ);
    if (day == null) {
      return session.today();
    }
    notes.accept("the day is " + day + ", by the clock of the emulator at " + url);
    return day;
  }

  /// The day it is, whatever day the command was given.
  public static LocalDate now(ProjectSession session) {
    URI url = url(session);
    LocalDate day = url == null ? null : PracticeClock.day(url);
    return day == null ? session.now() : day;
  }

  /// The URL of the API if it is written; null if it is that of a region.
  private static @Nullable URI url(ProjectSession session) {
    String given = session.request().host().variable("PROCC_API_URL");
    String text = given != null ? given : targetUrl(session);
    try {
      return text == null ? null : ApiSettings.parseUrl(text);
    } catch (IllegalArgumentException malformed) {
      return null; // the command reports it when it connects
    }
  }

  private static @Nullable String targetUrl(ProjectSession session) {
    String name = session.request().target();
    for (SourceDocument document : session.project().documents("Project")) {
      if (document.mapping().get("targets") instanceof Mapping targets) {
        if (name != null && !name.isEmpty()) {
          return targets.get(name) instanceof Mapping target ? url(target) : null;
        }
        if (targets.entries().size() == 1
            && targets.entries().getFirst().value() instanceof Mapping only) {
          return url(only);
        }
      }
    }
    return null;
  }

  private static @Nullable String url(Mapping target) {
    return target.get("apiUrl") instanceof Scalar url ? url.value() : null;
  }
}
