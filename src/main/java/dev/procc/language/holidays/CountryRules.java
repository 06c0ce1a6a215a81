package dev.procc.language.holidays;

import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A country or a region, with the regions in it.
///
/// @param hierarchy its code within the one around it, `us`, `ca`
/// @param description its English name
/// @param sources where the rules are written down
record CountryRules(
    String hierarchy,
    String description,
    HolidayConfigurations holidays,
    List<CountryRules> regions,
    List<String> sources)
    implements HolidayCalendarConfiguration {

  @Override
  public Stream<HolidayCalendarConfiguration> subConfigurations() {
    return regions.stream().map(HolidayCalendarConfiguration.class::cast);
  }

  /// The region of that code.
  @Nullable CountryRules region(String code) {
    for (CountryRules region : regions) {
      if (region.hierarchy.equals(code)) {
        return region;
      }
    }
    return null;
  }
}
