package dev.procc.language.holidays;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The remarks on a listed day that make it a working day for some or all.
final class HolidayRemarks {
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

  /// The kinds, in tables, of days that are not closed anywhere, besides observances.
  private static final List<String> NO_HOLIDAYS = List.of("season", "clock change", "daylight");

  /// What calendars put before the name of an event that is called off.
  private static final List<String> CANCELLED =
      List.of(
          "canceled",
          "cancelled",
          "abgesagt",
          "annulé",
          "cancelado",
          "cancelada",
          "annullato",
          "geannuleerd");

  private HolidayRemarks() {}

  /// Whether a name says that its event is called off: `Canceled: Staff day`.
  static boolean isCancelled(String name) {
    String words = name.toLowerCase(Locale.ROOT);
    for (String cancelled : CANCELLED) {
      String rest = words.startsWith(cancelled) ? words.substring(cancelled.length()).strip() : "";
      if (rest.startsWith(":") || rest.startsWith("-")) {
        return true;
      }
    }
    return false;
  }

  /// The reason why the event is not a closed day; null if no remark gives one.
  static HolidayList.@Nullable LeftOutReason reason(IcsEvent event) {
    if (event.value("STATUS").equalsIgnoreCase("TENTATIVE")) {
      return HolidayList.LeftOutReason.TENTATIVE;
    }
    for (IcsEvent.IcsProperty categories : event.all("CATEGORIES")) {
      if (containsAny(categories.value().toLowerCase(Locale.ROOT), OBSERVANCES)) {
        return HolidayList.LeftOutReason.OBSERVANCE;
      }
    }
    return ofRemark(VObjectPropertyValues.unescape(event.value("DESCRIPTION")));
  }

  /// The reason that a remark gives; null if it gives none.
  static HolidayList.@Nullable LeftOutReason ofRemark(String remark) {
    String words = remark.strip().toLowerCase(Locale.ROOT);
    for (String observance : OBSERVANCES) {
      if (words.startsWith(observance)) {
        return HolidayList.LeftOutReason.OBSERVANCE;
      }
    }
    for (String holiday : REGIONAL) {
      if (words.startsWith(holiday)) {
        return HolidayList.LeftOutReason.REGIONAL;
      }
    }
    return null;
  }

  /// The reason that the kind of a day gives, as a table has it: `Local observance`, `State
  /// holiday`; null if it gives none.
  static HolidayList.@Nullable LeftOutReason ofKind(String kind) {
    String words = kind.strip().toLowerCase(Locale.ROOT);
    if (containsAny(words, OBSERVANCES) || containsAny(words, NO_HOLIDAYS)) {
      return HolidayList.LeftOutReason.OBSERVANCE;
    }
    return containsAny(words, REGIONAL) || words.contains("state holiday")
        ? HolidayList.LeftOutReason.REGIONAL
        : ofRemark(words);
  }

  private static boolean containsAny(String text, List<String> parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
