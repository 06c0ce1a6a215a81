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
final class RuleReader {
  private RuleReader() {}

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
        all(element, "SubConfigurations", RuleReader::country),
        sources);
  }

  private static HolidayConfigurations rules(Element list) {
    return new HolidayRules(
        all(list, "Fixed", RuleReader::fixed),
        all(list, "RelativeToFixed", RuleReader::relativeToFixed),
        all(list, "RelativeToWeekdayInMonth", RuleReader::relativeToWeekday),
        all(list, "FixedWeekday", RuleReader::fixedWeekday),
        all(list, "ChristianHoliday", RuleReader::christian),
        all(list, "IslamicHoliday", RuleReader::islamic),
        all(list, "FixedWeekdayBetweenFixed", RuleReader::between),
        all(list, "FixedWeekdayRelativeToFixed", RuleReader::weekdayRelativeToFixed),
        all(list, "EthiopianOrthodoxHoliday", RuleReader::ethiopian),
        all(list, "RelativeToEasterSunday", RuleReader::relativeToEaster));
  }

  private static FixedHolidayConfiguration fixed(Element e) {
    return new HolidayRules.Fixed(
        MonthDay.of(word(e, "month", Month.class), Integer.parseInt(e.getAttribute("day"))),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        all(e, "MovingCondition", RuleReader::moving));
  }

  private static MovingCondition moving(Element e) {
    return new HolidayRules.Moving(
        word(e, "substitute", DayOfWeek.class),
        word(e, "with", MovingCondition.With.class),
        word(e, "weekday", DayOfWeek.class));
  }

  private static HolidayRules.RelativeToFixed relativeToFixed(Element e) {
    return new HolidayRules.RelativeToFixed(
        text(e, "Weekday").map(DayOfWeek::valueOf),
        text(e, "Days").map(days -> Days.of(Integer.parseInt(days))),
        text(e, "When").map(Relation::valueOf),
        fixed(child(e, "Date")),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.RelativeToWeekdayInMonth relativeToWeekday(Element e) {
    return new HolidayRules.RelativeToWeekdayInMonth(
        word(e, "weekday", DayOfWeek.class),
        word(e, "when", Relation.class),
        fixedWeekday(child(e, "FixedWeekday")),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static FixedWeekdayInMonthHolidayConfiguration fixedWeekday(Element e) {
    return new HolidayRules.FixedWeekday(
        word(e, "weekday", DayOfWeek.class),
        word(e, "month", Month.class),
        word(e, "which", Occurrence.class),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        all(e, "MovingCondition", RuleReader::moving));
  }

  private static HolidayRules.Christian christian(Element e) {
    return new HolidayRules.Christian(
        word(e, "type", ChristianHolidayType.class),
        chronology(e.getAttribute("chronology")),
        key(e, "christian." + e.getAttribute("type")),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        all(e, "MovingCondition", RuleReader::moving));
  }

  private static HolidayRules.Islamic islamic(Element e) {
    return new HolidayRules.Islamic(
        word(e, "type", IslamicHolidayType.class),
        key(e, "islamic." + e.getAttribute("type")),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e),
        all(e, "MovingCondition", RuleReader::moving));
  }

  private static HolidayRules.Between between(Element e) {
    return new HolidayRules.Between(
        fixed(child(e, "from")),
        fixed(child(e, "to")),
        word(e, "weekday", DayOfWeek.class),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.WeekdayRelativeToFixed weekdayRelativeToFixed(Element e) {
    return new HolidayRules.WeekdayRelativeToFixed(
        fixed(child(e, "day")),
        word(e, "which", Occurrence.class),
        word(e, "weekday", DayOfWeek.class),
        word(e, "when", Relation.class),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.Ethiopian ethiopian(Element e) {
    return new HolidayRules.Ethiopian(
        word(e, "type", EthiopianOrthodoxHolidayType.class),
        key(e, "ethiopian.orthodox." + e.getAttribute("type")),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static HolidayRules.RelativeToEaster relativeToEaster(Element e) {
    return new HolidayRules.RelativeToEaster(
        chronology(text(e, "chronology").orElse("")),
        Days.of(Integer.parseInt(text(e, "days").orElse("0"))),
        key(e, ""),
        type(e),
        year(e, "validFrom"),
        year(e, "validTo"),
        cycle(e));
  }

  private static String key(Element e, String otherwise) {
    String written = e.getAttribute("descriptionPropertiesKey");
    return written.isEmpty() ? otherwise : written;
  }

  private static HolidayType type(Element e) {
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

  private static <T extends Enum<T>> T word(Element e, String name, Class<T> words) {
    return Enum.valueOf(words, e.getAttribute(name));
  }

  private static Optional<String> text(Element e, String name) {
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

  private static <T> List<T> all(Element e, String name, Function<Element, ? extends T> read) {
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
