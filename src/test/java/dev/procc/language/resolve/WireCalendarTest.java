package dev.procc.language.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.SourcedCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireCalendarTest {
  private static final LocalDate START = LocalDate.of(2024, 12, 1);

  @Test
  void whatIsSentCountsAsOursOnEveryDayOfTheSchedule() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      List<BusinessCalendar> others = new ArrayList<>();
      for (int n = random.nextInt(3); n > 0; n--) {
        others.add(calendar(random, List.of()));
      }
      BusinessCalendar ours = calendar(random, others);
      BusinessCalendar sent = sent(ours);
      for (int day = 0; day < 60; day++) {
        LocalDate date = START.plusDays(day);
        assertEquals(ours.isBusinessDay(date), sent.isBusinessDay(date), i + " " + date);
      }
    }
  }

  private static BusinessCalendar sent(BusinessCalendar ours) {
    Origin origin = new Origin(Layer.CALENDAR, new SourceFile("c.yaml", "key: c").fullSpan());
    Map<FieldSpec, ResolvedValue> fields = new LinkedHashMap<>();
    WireCalendar.putFields(
        new SourcedCalendar(ours, origin, reason -> null),
        new DayRange(START, START.plusDays(59)),
        List.of(),
        fields);
    Weekdays week = Weekdays.NONE;
    for (String day : texts(fields.get(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK))) {
      week = week.union(Weekdays.parse(day).orElseThrow());
    }
    return BusinessCalendar.of(
        "sent",
        week,
        days(texts(fields.get(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS))),
        days(texts(fields.get(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS))));
  }

  private static List<String> texts(@Nullable ResolvedValue value) {
    String json = value == null ? "" : value.json().toString();
    List<String> texts = new ArrayList<>();
    Matcher day = Pattern.compile("\\d{4}-\\d\\d-\\d\\d|[a-z]+day").matcher(json);
    while (day.find()) {
      texts.add(day.group());
    }
    return texts;
  }

  private static List<NamedDay> days(List<String> dates) {
    return dates.stream().map(LocalDate::parse).map(NamedDay::of).toList();
  }

  private static BusinessCalendar calendar(Random random, List<BusinessCalendar> others) {
    return BusinessCalendar.of(
        "c" + random.nextInt(),
        new Weekdays(random.nextInt(128)),
        someDays(random),
        someDays(random),
        others,
        null);
  }

  private static List<NamedDay> someDays(Random random) {
    List<NamedDay> days = new ArrayList<>();
    for (int n = random.nextInt(6); n > 0; n--) {
      days.add(NamedDay.of(START.plusDays(random.nextInt(60))));
    }
    return days;
  }
}
