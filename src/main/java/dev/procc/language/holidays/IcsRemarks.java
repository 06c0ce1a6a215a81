package dev.procc.language.holidays;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The remarks of an event that make it a working day for some or all.
final class IcsRemarks {
  /// The beginnings of remarks, in Google's lists, about a day that is not closed anywhere.
  private static final List<String> OBSERVANCES =
      List.of("observance", "gedenktag", "célébration", "fête non", "celebración", "ricorrenza");

  /// The beginnings of remarks about a day that is closed only in a part of the country.
  private static final List<String> REGIONAL =
      List.of(
          "public holiday in ",
          "local holiday",
          "regional holiday",
          "optional holiday",
          "restricted holiday",
          "gesetzlicher feiertag in ",
          "regionaler feiertag",
          "jour férié dans ",
          "festivo en ");

  private IcsRemarks() {}

  /// The reason why the event is not a closed day; null if no remark gives one.
  static HolidayList.@Nullable LeftOutReason reason(IcsEvent event) {
    if (event.value("STATUS").equalsIgnoreCase("TENTATIVE")) {
      return HolidayList.LeftOutReason.TENTATIVE;
    }
    String description = event.value("DESCRIPTION").strip().toLowerCase(Locale.ROOT);
    String categories = event.value("CATEGORIES").toLowerCase(Locale.ROOT);
    for (String observance : OBSERVANCES) {
      if (description.startsWith(observance) || categories.contains(observance)) {
        return HolidayList.LeftOutReason.OBSERVANCE;
      }
    }
    for (String holiday : REGIONAL) {
      if (description.startsWith(holiday)) {
        return HolidayList.LeftOutReason.REGIONAL;
      }
    }
    return null;
  }
}
