package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.ANY;
import static dev.procc.model.vocabulary.ValueShape.API_VERSION;
import static dev.procc.model.vocabulary.ValueShape.BOOL;
import static dev.procc.model.vocabulary.ValueShape.DATE;
import static dev.procc.model.vocabulary.ValueShape.INTEGER;
import static dev.procc.model.vocabulary.ValueShape.SLUG;
import static dev.procc.model.vocabulary.ValueShape.TEXT;
import static dev.procc.model.vocabulary.ValueShape.URL;
import static dev.procc.model.vocabulary.ValueShape.WEEKDAY;
import static dev.procc.model.vocabulary.ValueShape.either;
import static dev.procc.model.vocabulary.ValueShape.listOf;
import static dev.procc.model.vocabulary.ValueShape.mapOf;
import static dev.procc.model.vocabulary.ValueShape.mapOfNames;
import static dev.procc.model.vocabulary.ValueShape.oneOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import java.util.Map;

/// Projects, their targets and settings.
final class SettingMappings extends MappingTable {
  private static final ValueShape SEVERITY = oneOf("error", "warning", "info", "off");

  SettingMappings(Map<String, MappingSpec> mappings) {
    super(mappings);
  }

  @Override
  void addAll() {
    addProject();
    addTarget();
    addDates();
    addSafety();
    addAllow();
    addDrift();
    addAdopt();
  }

  private void addProject() {
    document(
        "Project",
        "The settings of a project and its targets.",
        KeySpec.of("requires", TEXT, "The versions of procc that read it.", "\">=0.1\""),
        KeySpec.of(
            "targets",
            mapOfNames(struct("Target")),
            "Where processes live.",
            "{ prod: { region: us } }"),
        KeySpec.of(
            "variables",
            mapOf(ANY),
            "Values of variables on every target.",
            "{ threshold: \"$10,000\" }"),
        KeySpec.of("dates", struct("Dates"), "How dates are read."),
        KeySpec.of("safety", struct("Safety"), "Limits of a plan."),
        KeySpec.of(
            "rules",
            mapOf(SEVERITY),
            "The severity of a rule, by its name or code.",
            "{ due-date-on-day-off: error }"),
        KeySpec.of("allow", listOf(struct("Allow")), "Findings that are accepted."),
        KeySpec.of("drift", listOf(struct("Drift")), "Edits made in Workiva that are known."),
        KeySpec.of(
            "adopt", listOf(struct("Adopt")), "Live processes to bind with the next apply."));
  }

  private void addTarget() {
    mapping(
        "Target",
        "One place where processes live.",
        KeySpec.of("region", oneOf("us", "eu", "apac"), "Workiva's region.").unless("us"),
        KeySpec.of(
            "apiUrl", URL, "The address of the API, instead of a region.", "http://127.0.0.1:8089"),
        KeySpec.of("api", API_VERSION, "The version of the API.", "2026-04-01.processes.preview")
            .unless("2026-04-01.processes.preview"),
        KeySpec.of("canary", TEXT, "The id of something that exists only there.", "process-42"),
        KeySpec.of("sandbox", BOOL, "Whether procc probe may make throw-away processes there.")
            .unless("false"),
        KeySpec.of(
                "capabilities",
                SLUG,
                "The key of the Capabilities document, what procc probe measured there.",
                "prod")
            .unless("the name of the target"),
        KeySpec.of("people", SLUG, "The key of its people.", "people-sandbox"),
        KeySpec.of("documents", SLUG, "The key of its documents.", "documents-sandbox"),
        KeySpec.of("variables", mapOf(ANY), "Values of variables there.", "{ threshold: \"$1\" }"),
        KeySpec.of(
            "process", ANY, "Fields of processes that differ there.", "{ autoClose: false }"),
        KeySpec.of("safety", struct("Safety"), "Limits of a plan there."),
        KeySpec.of("freeze", listOf(struct("Freeze")), "When nothing is applied there."));
  }

  private void addDates() {
    mapping(
        "Dates",
        "How dates are read.",
        KeySpec.of("zone", TEXT, "The time zone of today.", "America/New_York").unless("UTC"),
        KeySpec.of("roll", oneOf("none", "next", "previous"), "Where a date on a day off goes.")
            .unless("none"),
        KeySpec.of(
                "outsideSchedule", oneOf("error", "warn"), "What a date outside the schedule is.")
            .unless("error"),
        KeySpec.of("dayZero", BOOL, "Whether WD0 is the last business day of the period.")
            .unless("false"),
        KeySpec.of("fiscalYear", struct("FiscalYear"), "The fiscal year of the project."));
    mapping(
        "FiscalYear",
        "A fiscal year by months, by weeks, or by a list.",
        KeySpec.of("startMonth", INTEGER, "The month it begins in, 1 to 12."),
        KeySpec.of("named", oneOf("start", "end"), "The calendar year that names it."),
        KeySpec.of("endsOn", WEEKDAY, "The weekday it ends on, for years of 52 or 53 weeks."),
        KeySpec.of("rule", oneOf("last", "nearest"), "Which such weekday of the month."),
        KeySpec.of("month", INTEGER, "The month it ends in, 1 to 12."),
        KeySpec.of(
            "pattern",
            oneOf(
                "4-4-5",
                "4-5-4",
                "5-4-4",
                "13x4",
                "16-12-12-12",
                "12-16-12-12",
                "12-12-16-12",
                "12-12-12-16"),
            "The weeks of its periods, or of its quarters of four-week periods."),
        KeySpec.of("leapWeek", TEXT, "The period that takes the 53rd week.", "P12"),
        KeySpec.of(
            "periods",
            mapOf(DATE),
            "The last day of each period; beats the rules.",
            "{ FY2026-P01: 2025-11-01 }"));
  }

  private void addSafety() {
    mapping(
        "Safety",
        "Limits; a plan beyond them is refused unless a flag lifts it.",
        KeySpec.of("maxCreate", INTEGER, "Processes created in one apply.", "100")
            .unless("no limit; --max-create N lifts it"),
        KeySpec.of("maxReplace", INTEGER, "Processes replaced in one apply.", "1")
            .unless("no limit; --max-replace N lifts it"),
        KeySpec.of("maxTrash", INTEGER, "Processes trashed in one apply.", "0")
            .unless("no limit; --max-trash N lifts it"),
        KeySpec.of(
                "maxRenamesPercent",
                INTEGER,
                "Share of nodes renamed, in percent, of a process of 10 or more.",
                "50")
            .unless("no limit; --max-renames-percent N lifts it"),
        KeySpec.of("maxDateShiftDays", INTEGER, "The largest shift of a date, in days.", "31")
            .unless("no limit; --max-date-shift-days N lifts it"));
    mapping(
        "Freeze",
        "A time in which nothing is applied.",
        KeySpec.of("from", DATE, "Its first day.").asRequired(),
        KeySpec.of("to", DATE, "Its last day.").asRequired(),
        KeySpec.of("reason", TEXT, "Why.", "Year-end close of the tenant").asRequired());
  }

  private void addAllow() {
    mapping(
        "Allow",
        "A finding that is accepted.",
        KeySpec.of(
                "rule",
                either(TEXT, listOf(TEXT)),
                "Its name or code, or several.",
                "due-date-on-day-off")
            .asRequired(),
        KeySpec.of(
            "at",
            TEXT,
            "The address, and all below it; * for a part, ** for any number of parts.",
            "close/entities/*/recon-ar"),
        KeySpec.of("file", TEXT, "The file, with * and **.", "archive/**"),
        KeySpec.of("until", DATE, "The last day on which it is accepted.", "2026-12-31"),
        KeySpec.of("reason", TEXT, "Why.", "Moved after the audit").asRequired());
  }

  private void addDrift() {
    mapping(
        "Drift",
        "An edit made in Workiva that procc drift counts as known and procc pull leaves alone.",
        KeySpec.of(
                "at",
                TEXT,
                "The field, or a node and all below it; * for a part, ** for any number of parts.",
                "close/entities/*:dueDate")
            .asRequired(),
        KeySpec.of("until", DATE, "The last day on which it is known.", "2026-12-31"),
        KeySpec.of("reason", TEXT, "Why.", "Moved by the auditors").asRequired());
  }

  private void addAdopt() {
    mapping(
        "Adopt",
        "A live process that a plan binds to a definition, as procc adopt does.",
        KeySpec.of(
                "id", TEXT, "Its id, as procc list shows it.", "e7b9920095e342889190b4d7eaeca6fa")
            .asRequired(),
        KeySpec.of("key", TEXT, "The definition, with its period.", "close@2024-Q4").asRequired(),
        KeySpec.of("target", SLUG, "The target that the process lives on.", "prod")
            .unless("the only target"));
  }
}
