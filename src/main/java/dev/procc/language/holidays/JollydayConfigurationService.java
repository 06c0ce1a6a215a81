package dev.procc.language.holidays;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// What Jollyday looks for to read its country files; found as a service, so public.
public final class JollydayConfigurationService implements HolidayCalendarConfigurationService {
  @Override
  public HolidayCalendarConfiguration getHolidayCalendarConfiguration(ManagerParameter parameter) {
    try (InputStream in = parameter.createResourceUrl().openStream()) {
      return JollydayXmlReader.read(in);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
