package dev.procc.language.resolve;

import dev.procc.base.finding.Code;
import java.util.List;

/// The codes of findings about unknown names.
public final class ResolveCodes {
  public static final Code UNKNOWN_PERSON = Code.error("PC301", "unknown-person");
  public static final Code UNKNOWN_DOCUMENT = Code.error("PC302", "unknown-document");
  public static final Code UNKNOWN_SECTION = Code.error("PC303", "unknown-section");
  public static final Code SECTION_WITHOUT_DOCUMENT =
      Code.error("PC304", "section-without-document");
  public static final Code UNKNOWN_CALENDAR = Code.error("PC305", "unknown-calendar");
  public static final Code ROLE_WITHOUT_PERSON = Code.error("PC306", "role-without-person");
  public static final Code CALENDAR_CYCLE = Code.error("PC307", "calendar-closed-in-itself");
  public static final Code UNKNOWN_PERIOD_OF_DOCUMENTS =
      Code.error("PC325", "unknown-period-of-documents");
  public static final Code DOCUMENT_NOT_IN_PERIOD = Code.error("PC326", "document-not-in-period");
  public static final Code CALENDAR_GIVEN_TWICE = Code.error("PC401", "calendar-given-twice");
  public static final Code OWN_CALENDAR_WITH_RELATIVE_DATES =
      Code.error("PC402", "own-calendar-with-relative-dates");

  /// Reported by the rule for the calendars that are used, and by the audit for one calendar.
  public static final Code CALENDAR_GAP = Code.warning("PC230", "calendar-gap");

  /// Reported by the rule for a whole project, and by the audit for one calendar.
  public static final Code UNUSED_CALENDAR = Code.info("PC236", "unused-calendar");

  public static final List<Code> ALL =
      List.of(
          UNKNOWN_PERSON,
          UNKNOWN_DOCUMENT,
          UNKNOWN_SECTION,
          SECTION_WITHOUT_DOCUMENT,
          UNKNOWN_CALENDAR,
          ROLE_WITHOUT_PERSON,
          CALENDAR_CYCLE,
          UNKNOWN_PERIOD_OF_DOCUMENTS,
          DOCUMENT_NOT_IN_PERIOD,
          CALENDAR_GIVEN_TWICE,
          OWN_CALENDAR_WITH_RELATIVE_DATES);

  private ResolveCodes() {}
}
