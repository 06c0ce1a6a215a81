package dev.procc.language.holidays;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an event says of itself in words: that it is no day off for all.
final class IcsRemarks {
  /// How Google's lists begin what they say of a day that nobody has off.
  private static final List<String> OBSERVANCES =
      List.of("observance", "gedenktag", "célébration", "fête non", "celebración", "ricorrenza");

  /// How they begin what they say of a day that a part of the country has off.
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

  /// Why the event is no day off; null if it says nothing of the kind.
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
