package dev.procc.language.holidays;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration.ChristianHolidayType;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration.EthiopianOrthodoxHolidayType;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration.IslamicHolidayType;
import de.focus_shift.jollyday.core.spi.Limited.YearCycle;
import de.focus_shift.jollyday.core.spi.Movable.MovingCondition;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Reads Jollyday's country files with the JDK's own XML reader.
///
/// Jollyday brings readers on JAXB and on Jackson 2; either would double the libraries of the
/// program for these few elements.
final class JollydayXmlReader {
  private JollydayXmlReader() {}

  /// A country or region with all below it, and the places where its rules are written down.
  static CountryRules read(InputStream in) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return country(factory.newDocumentBuilder().parse(in).getDocumentElement());
    } catch (ParserConfigurationException | SAXException fault) {
      throw new IOException("the rules of a country cannot be read", fault);
    }
  }

  private static CountryRules country(Element element) {
    List<String> sources = new ArrayList<>();
    for (Element list : children(element, "Sources")) {
      for (Element source : children(list, "Source")) {
        if (!source.getAttribute("of").startsWith("ISO")) {
          sources.add(source.getTextContent().strip());
        }
      }
    }
    List<Element> holidays = children(element, "Holidays");
    return new CountryRules(
        element.getAttribute("hierarchy"),
        element.getAttribute("description"),
        holidays.isEmpty() ? rules(element) : rules(holidays.getFirst()),
        readAll(element, "SubConfigurations", JollydayXmlReader::country),
        sources);
  }

  private static HolidayConfigurations rules(Element list) {
    return new HolidayRules(
        readAll(list, "Fixed", JollydayXmlReader::fixed),
        readAll(list, "RelativeToFixed", JollydayXmlReader::relativeToFixed),
        readAll(list, "RelativeToWeekdayInMonth", JollydayXmlReader::relativeToWeekday),
        readAll(list, "FixedWeekday", JollydayXmlReader::fixedWeekday),
        readAll(list, "ChristianHoliday", JollydayXmlReader::christian),
        readAll(list, "IslamicHoliday", JollydayXmlReader::islamic),
        readAll(list, "FixedWeekdayBetweenFixed", JollydayXmlReader::between),
        readAll(list, "FixedWeekdayRelativeToFixed", JollydayXmlReader::weekdayRelativeToFixed),
        readAll(list, "EthiopianOrthodoxHoliday", JollydayXmlReader::ethiopian),
        readAll(list, "RelativeToEasterSunday", JollydayXmlReader::relativeToEaster));
  }

  private static FixedHolidayConfiguration fixed(Element e) {
    return new HolidayRules.Fixed(
        MonthDay.of(enumValue(e, "month", Month.class), Integer.parseInt(e.getAttribute("day"))),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        readAll(e, "MovingCondition", JollydayXmlReader::moving));
  }

  private static MovingCondition moving(Element e) {
    return new HolidayRules.Moving(
        enumValue(e, "substitute", DayOfWeek.class),
        enumValue(e, "with", MovingCondition.With.class),
        enumValue(e, "weekday", DayOfWeek.class));
  }

  private static HolidayRules.RelativeToFixed relativeToFixed(Element e) {
    return new HolidayRules.RelativeToFixed(
        childText(e, "Weekday").map(DayOfWeek::valueOf),
        childText(e, "Days").map(days -> Days.of(Integer.parseInt(days))),
        childText(e, "When").map(Relation::valueOf),
        fixed(child(e, "Date")),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.RelativeToWeekdayInMonth relativeToWeekday(Element e) {
    return new HolidayRules.RelativeToWeekdayInMonth(
        enumValue(e, "weekday", DayOfWeek.class),
        enumValue(e, "when", Relation.class),
        fixedWeekday(child(e, "FixedWeekday")),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static FixedWeekdayInMonthHolidayConfiguration fixedWeekday(Element e) {
    return new HolidayRules.FixedWeekday(
        enumValue(e, "weekday", DayOfWeek.class),
        enumValue(e, "month", Month.class),
        enumValue(e, "which", Occurrence.class),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        readAll(e, "MovingCondition", JollydayXmlReader::moving));
  }

  private static HolidayRules.Christian christian(Element e) {
    return new HolidayRules.Christian(
        enumValue(e, "type", ChristianHolidayType.class),
        chronology(e.getAttribute("chronology")),
        descriptionKey(e, "christian." + e.getAttribute("type")),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        readAll(e, "MovingCondition", JollydayXmlReader::moving));
  }

  private static HolidayRules.Islamic islamic(Element e) {
    return new HolidayRules.Islamic(
        enumValue(e, "type", IslamicHolidayType.class),
        descriptionKey(e, "islamic." + e.getAttribute("type")),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        readAll(e, "MovingCondition", JollydayXmlReader::moving));
  }

  private static HolidayRules.Between between(Element e) {
    return new HolidayRules.Between(
        fixed(child(e, "from")),
        fixed(child(e, "to")),
        enumValue(e, "weekday", DayOfWeek.class),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.WeekdayRelativeToFixed weekdayRelativeToFixed(Element e) {
    return new HolidayRules.WeekdayRelativeToFixed(
        fixed(child(e, "day")),
        enumValue(e, "which", Occurrence.class),
        enumValue(e, "weekday", DayOfWeek.class),
        enumValue(e, "when", Relation.class),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.Ethiopian ethiopian(Element e) {
    return new HolidayRules.Ethiopian(
        enumValue(e, "type", EthiopianOrthodoxHolidayType.class),
        descriptionKey(e, "ethiopian.orthodox." + e.getAttribute("type")),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.RelativeToEaster relativeToEaster(Element e) {
    return new HolidayRules.RelativeToEaster(
        chronology(childText(e, "chronology").orElse("")),
        Days.of(Integer.parseInt(childText(e, "days").orElse("0"))),
        descriptionKey(e, ""),
        holidayType(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static String descriptionKey(Element e, String otherwise) {
    String written = e.getAttribute("descriptionPropertiesKey");
    return written.isEmpty() ? otherwise : written;
  }

  private static HolidayType holidayType(Element e) {
    String written = e.getAttribute("localizedType");
    return written.isEmpty() ? HolidayType.PUBLIC_HOLIDAY : HolidayType.valueOf(written);
  }

  private static Optional<Year> year(Element e, String name) {
    String written = e.getAttribute(name);
    return written.isEmpty() ? Optional.empty() : Optional.of(Year.of(Integer.parseInt(written)));
  }

  private static YearCycle cycle(Element e) {
    String written = e.getAttribute("every");
    return written.isEmpty() ? YearCycle.EVERY_YEAR : YearCycle.valueOf(written);
  }

  private static Chronology chronology(String word) {
    return word.equals("JULIAN") ? JulianChronology.INSTANCE : IsoChronology.INSTANCE;
  }

  private static <T extends Enum<T>> T enumValue(Element e, String name, Class<T> words) {
    return Enum.valueOf(words, e.getAttribute(name));
  }

  private static Optional<String> childText(Element e, String name) {
    List<Element> found = children(e, name);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.getFirst().getTextContent().strip());
  }

  private static Element child(Element e, String name) {
    List<Element> found = children(e, name);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(e.getLocalName() + " without " + name);
    }
    return found.getFirst();
  }

  private static <T> List<T> readAll(Element e, String name, Function<Element, ? extends T> read) {
    List<T> all = new ArrayList<>();
    for (Element child : children(e, name)) {
      all.add(read.apply(child));
    }
    return List.copyOf(all);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    @Nullable Node at = parent.getFirstChild();
    while (at != null) {
      if (at instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
      at = at.getNextSibling();
    }
    return found;
  }
}
