package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The time zone of a project: `dates.zone` in `procc.yaml`, `America/New_York`.
///
/// Dates themselves have no zone; it decides which day a time is: today, the start of a run.
public final class ProjectTimeZone {
  private ProjectTimeZone() {}

  /// The time zone of a project; UTC if none is written, or an unknown one, which compiling
  /// reports.
  public static ZoneId of(Project project) {
    SourceDocument settings = project.settings();
    Scalar written =
        settings != null && settings.mapping().get("dates") instanceof Mapping dates
            ? zoneScalar(dates)
            : null;
    ZoneId zone = written == null ? null : parseZone(written);
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /// Reports an unknown time zone.
  static void check(@Nullable Mapping dates, Findings findings) {
    Scalar written = dates == null ? null : zoneScalar(dates);
    if (written != null && parseZone(written) == null) {
      findings.add(
          Finding.of(
                  CompileCodes.UNKNOWN_TIME_ZONE,
                  written.span(),
                  "\"" + written.value() + "\" is not a time zone; one is named by region and city")
              .withHint(
                  Spelling.nearest(written.value(), new TreeSet<>(ZoneId.getAvailableZoneIds()))
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse("write a zone such as America/New_York or Europe/Madrid")));
    }
  }

  private static @Nullable Scalar zoneScalar(Mapping dates) {
    return dates.get("zone") instanceof Scalar zone && !zone.isNull() ? zone : null;
  }

  private static @Nullable ZoneId parseZone(Scalar written) {
    try {
      return ZoneId.of(written.value());
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
