package dev.procc.model.catalog;

import static dev.procc.model.catalog.Shape.ANY;
import static dev.procc.model.catalog.Shape.BOOL;
import static dev.procc.model.catalog.Shape.CHILD;
import static dev.procc.model.catalog.Shape.DATE;
import static dev.procc.model.catalog.Shape.DATE_EXPRESSION;
import static dev.procc.model.catalog.Shape.INTEGER;
import static dev.procc.model.catalog.Shape.PARTICIPANT;
import static dev.procc.model.catalog.Shape.SLUG;
import static dev.procc.model.catalog.Shape.TEXT;
import static dev.procc.model.catalog.Shape.either;
import static dev.procc.model.catalog.Shape.listOf;
import static dev.procc.model.catalog.Shape.mapOf;
import static dev.procc.model.catalog.Shape.oneOf;
import static dev.procc.model.catalog.Shape.struct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of the language: every kind of document, every kind of child, and their parts.
///
/// The order of the words is the canonical order of the formatter.
public final class Vocabulary {
  /// The kinds of child, each a structure of that name; the kind word's value is the node's key.
  public static final List<String> CHILD_KINDS =
      List.of("sendTask", "contentRequest", "certification", "group", "use");

  /// The kinds of document, each a structure of that name.
  public static final List<String> DOCUMENT_KINDS =
      List.of(
          "Project",
          "Process",
          "Period",
          "Template",
          "Calendar",
          "People",
          "Documents",
          "Capabilities");

  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Shape WEEKDAY = new Shape.OneOf(WEEKDAYS);
  private static final Shape SEVERITY = oneOf("error", "warning", "info", "off");
  private static final Shape TRIGGER = oneOf("whenEligible", "manual");
  private static final Shape NAME_OR_ID = TEXT;
  private static final Shape VARIABLE_TYPE =
      oneOf("string", "integer", "number", "boolean", "date", "person", "document", "list", "map");
  private static final Shape DECLARATION = either(VARIABLE_TYPE, struct("Variable"));
  private static final Map<String, Structure> STRUCTURES = new LinkedHashMap<>();

  static {
    documents();
    process();
    children();
    parts();
    project();
    capabilities();
  }

  private Vocabulary() {}

  /// The weekdays as the API names them, Monday first.
  public static List<String> weekdays() {
    return WEEKDAYS;
  }

  /// The structure of that name.
  ///
  /// @throws IllegalArgumentException when there is none: a fault of the caller
  public static Structure structure(String name) {
    Structure structure = STRUCTURES.get(name);
    if (structure == null) {
      throw new IllegalArgumentException("no structure " + name);
    }
    return structure;
  }

  /// The structure of that name, when there is one.
  public static @Nullable Structure find(String name) {
    return STRUCTURES.get(name);
  }

  /// All structures, documents first.
  public static List<Structure> all() {
    return List.copyOf(STRUCTURES.values());
  }

  private static void add(String name, String doc, Word... words) {
    STRUCTURES.put(name, new Structure(name, doc, List.of(words)));
  }

  private static void document(String kind, String doc, Word... words) {
    List<Word> all = new ArrayList<>();
    all.add(Word.of("procc", oneOf("v1"), "The version of this format.", "v1").must().asWritten());
    all.add(
        Word.of("kind", new Shape.OneOf(DOCUMENT_KINDS), "What this document holds.", kind)
            .must()
            .asWritten());
    all.add(
        Word.of(
                "key",
                kind.equals("Period") ? Shape.PERIOD : SLUG,
                "Its name in this project, unique among its kind.")
            .must()
            .asWritten());
    all.addAll(List.of(words));
    STRUCTURES.put(kind, new Structure(kind, doc, all));
  }

  private static void documents() {
    document(
        "Period",
        "One period: its processes, their variables, one-off changes and its state.",
        Word.of("label", TEXT, "What people call it; from the key unless written.", "Q4 2024"),
        Word.of("start", DATE, "Its first day; from the key unless written.", "2024-10-01"),
        Word.of("end", DATE, "Its last day; from the key unless written.", "2024-12-31"),
        Word.of(
                "status",
                oneOf("planned", "open", "closed"),
                "A closed period is never planned, patched, replaced or trashed.",
                "open")
            .must()
            .asWritten(),
        Word.of("processes", listOf(SLUG), "The keys of the processes it instantiates.", "[close]")
            .must()
            .asWritten(),
        Word.of("variables", mapOf(ANY), "Values of variables in this period."),
        Word.of("changes", listOf(struct("Change")), "What differs in this period only."));
    document(
        "Template",
        "Children that are used in several places, with typed parameters.",
        Word.of("parameters", mapOf(DECLARATION), "What a use hands in."),
        Word.of("children", listOf(CHILD), "The nodes it makes.").must());
    document(
        "Calendar",
        "A business calendar: the weekdays worked, the days off, the extra days worked.",
        Word.of(
                "workdays",
                either(TEXT, listOf(TEXT)),
                "The weekdays that are business days.",
                "mon-fri",
                "[monday, tuesday, wednesday, thursday]")
            .must(),
        Word.of("covers", TEXT, "The days that were really looked up.", "2024-10-01..2025-01-31"),
        Word.of("source", TEXT, "Where the days come from, and when that was read."),
        Word.of("alsoClosedIn", listOf(SLUG), "Calendars whose days off count here as well."),
        Word.of("holidays", listOf(either(DATE, struct("Day"))), "Days off."),
        Word.of("extraWorkdays", listOf(either(DATE, struct("Day"))), "Days worked all the same."));
    document(
        "People",
        "The people and roles that definitions name.",
        Word.of("roles", mapOf(SLUG), "A role to the person who holds it."),
        Word.of("people", mapOf(struct("Person")), "An alias to a person."));
    document(
        "Documents",
        "The documents and sections that definitions name.",
        Word.of("documents", mapOf(struct("Document")), "An alias to a document.").must(),
        Word.of(
            "periods",
            mapOf(mapOf(struct("Document"))),
            "What differs in a period: its key, an alias, the fields that differ.",
            "{ 2025-Q1: { report: { id: doc-2025-q1 } } }"));
  }

  private static void process() {
    document(
        "Process",
        "One process: a tree of groups and jobs with its schedule.",
        Word.of(Fields.PROCESS_NAME, TEXT, "Q4 2024 Financial Close").must(),
        Word.of("labels", mapOf(TEXT), "Words of your own for plans and filters; never sent."),
        Word.of("variables", mapOf(DECLARATION), "The variables it takes."),
        Word.of("calendar", SLUG, "The business calendar; it goes on the wire.", "us-close"),
        Word.of(Fields.PROCESS_BUSINESS_START_DATE, DATE_EXPRESSION, "period.start", "2024-10-01"),
        Word.of(
            Fields.PROCESS_BUSINESS_END_DATE,
            DATE_EXPRESSION,
            "last business day of month after period"),
        Word.of(Fields.PROCESS_DUE_DATE, DATE_EXPRESSION, "WD15", "2024-12-31"),
        Word.of(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK, listOf(WEEKDAY), "[monday, tuesday]"),
        Word.of(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, listOf(DATE), "[2024-11-28]"),
        Word.of(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS, listOf(DATE), "[2024-12-28]"),
        Word.of(Fields.PROCESS_AUTO_CLOSE, BOOL, "true").must(),
        Word.of(Fields.PROCESS_CERT_AUTO_APPROVE, BOOL, "false").must(),
        Word.of(Fields.PROCESS_RELATIVE_DATES, BOOL, "false").must(),
        Word.of(Fields.PROCESS_CALENDARS, listOf(TEXT)),
        Word.of(Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, ANY, "{ mode: default }"),
        Word.of(Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS, ANY, "{ mode: default }"),
        Word.of(Fields.PROCESS_IPM_BETA_ENABLED, BOOL),
        Word.of(Fields.PROCESS_IWM_OPT_OUT, BOOL),
        Word.of("protect", BOOL, "Whether replacing or trashing it is refused."),
        Word.of(
            "onRemoval",
            oneOf("keep", "trash"),
            "What becomes of the live process when this definition goes; keep unless written."),
        Word.of("safety", struct("Safety"), "Limits of a plan for this process."),
        Word.of("moved", listOf(struct("Moved")), "Nodes that were renamed or moved in this file."),
        Word.of("defaults", struct("Defaults"), "Values for every node that has the field."),
        Word.of("root", struct("Root"), "The root group.").must());
  }

  private static void children() {
    Word trigger = Word.of("triggerType", TRIGGER, "What starts it.", "whenEligible", "manual");
    Word[] around = {
      Word.of("if", ANY, "The node is made only where this holds.", "\"{{ withCertification }}\""),
      Word.of(
              "forEach",
              either(struct("Loop"), mapOf(either(struct("Loop"), listOf(ANY))), listOf(ANY), TEXT),
              "Makes the node once for each row, item or entry.",
              "{ file: entities.csv, as: entity, key: code }",
              "[us, uk]",
              "{ region: [us, uk], account: { in: [ar, ap] } }")
          .asWritten(),
      Word.of("as", SLUG, "The name of the loop's value.").asWritten(),
      Word.of("labels", mapOf(TEXT), "Words of your own for plans and filters; never sent."),
      Word.of("calendar", SLUG, "A calendar of its own for counting; never sent.")
    };
    job("sendTask", "A task sent to a person.", Schema.SEND_TASK_ARGUMENTS, trigger, around);
    job(
        "contentRequest",
        "A request for content of a document's section.",
        Schema.CONTENT_REQUEST_ARGUMENTS,
        trigger,
        around);
    kind(
        "certification",
        "A certification; the API does not publish its arguments, so they pass through.",
        List.of(
            Word.of(Fields.CERTIFICATION_ARGUMENTS_TITLE, TEXT),
            Word.of(
                "arguments", ANY, "Raw JSON of certificationArgs.", "{ title: Quarterly letter }"),
            trigger),
        around);
    List<Word> group = group();
    kind("group", "A group of nodes.", group, around);
    kind(
        "use",
        "The nodes of a template.",
        List.of(
            Word.of("key", SLUG, "The key of what the template makes."),
            Word.of("with", mapOf(ANY), "The values of the template's parameters.")),
        around);
    STRUCTURES.put("Root", new Structure("Root", "The root group.", group));
  }

  private static List<Word> group() {
    return List.of(
        Word.of(Fields.PROCESS_GROUP_NAME, TEXT, "Entity close").must(),
        Word.of(Fields.PROCESS_GROUP_PARALLEL, BOOL, "false", "true").must(),
        Word.of(Fields.PROCESS_GROUP_TRIGGER_TYPE, TRIGGER, "whenEligible", "manual"),
        Word.of(Fields.PROCESS_GROUP_DUE_DATE, DATE_EXPRESSION, "WD6"),
        Word.of(Fields.PROCESS_GROUP_READ_ONLY, BOOL, "false"),
        Word.of(
            "order",
            oneOf("free", "strict"),
            "Whether the order counts in a group that starts all at the same time."),
        Word.of("defaults", struct("Defaults"), "Values for every node below."),
        Word.of("children", listOf(CHILD), "Its nodes, in order."));
  }

  private static void job(String kind, String doc, Schema schema, Word trigger, Word... around) {
    List<Word> words = new ArrayList<>(jobWords(schema));
    words.add(trigger);
    kind(kind, doc, words, around);
  }

  private static List<Word> jobWords(Schema schema) {
    List<Word> words = new ArrayList<>();
    for (Field field : Catalog.ours(schema)) {
      words.add(
          switch (field.name()) {
            case "title" -> Word.of(field, TEXT).must();
            case "document", "section" ->
                new Word(
                    field.name(),
                    NAME_OR_ID,
                    field,
                    false,
                    false,
                    field.doc() + " Or its alias.",
                    List.of());
            case "dueDate" -> Word.of(field, shape(field), "WD3", "2024-12-31");
            case "approverDueDate" -> Word.of(field, shape(field), "dueDate + 2bd");
            case "assigneeReminders", "approverReminders" ->
                Word.of(field, shape(field), "{ mode: default }");
            default -> Word.of(field, shape(field));
          });
    }
    return words;
  }

  private static Shape shape(Field field) {
    return switch (field.type()) {
      case DATE -> DATE_EXPRESSION;
      case PARTICIPANT_REF -> PARTICIPANT;
      case BOOLEAN -> BOOL;
      case STRING -> TEXT;
      default -> ANY;
    };
  }

  private static void kind(String kind, String doc, List<Word> words, Word... around) {
    List<Word> all = new ArrayList<>();
    Word first = Word.of(kind, SLUG, doc + " The value is its key among its siblings.").must();
    all.add(kind.equals("use") ? first.asWritten() : first);
    all.addAll(words);
    int at = 1;
    for (Word word : around) {
      if (word.name().equals("labels") || word.name().equals("calendar")) {
        all.add(word);
      } else {
        all.add(at++, word);
      }
    }
    STRUCTURES.put(kind, new Structure(kind, doc, all));
  }

  private static void parts() {
    List<Word> common = new ArrayList<>();
    for (Word word : jobWords(Schema.SEND_TASK_ARGUMENTS)) {
      if (!word.name().equals("title")) {
        common.add(word);
      }
    }
    common.add(Word.of("triggerType", TRIGGER, "What starts it.", "whenEligible", "manual"));
    List<Word> defaults = new ArrayList<>(common);
    for (String kind : List.of("sendTask", "contentRequest", "certification")) {
      defaults.add(Word.of(kind, struct("KindDefaults"), "Values for that kind only."));
    }
    defaults.add(Word.of("group", struct("GroupDefaults"), "Values for groups only."));
    STRUCTURES.put(
        "Defaults",
        new Structure("Defaults", "Values for every node below that has the field.", defaults));
    STRUCTURES.put(
        "KindDefaults", new Structure("KindDefaults", "Values for one kind of job.", common));
    add(
        "GroupDefaults",
        "Values for groups.",
        Word.of(Fields.PROCESS_GROUP_PARALLEL, BOOL),
        Word.of(Fields.PROCESS_GROUP_TRIGGER_TYPE, TRIGGER),
        Word.of(Fields.PROCESS_GROUP_DUE_DATE, DATE_EXPRESSION));
    List<Word> change = new ArrayList<>();
    change.add(Word.of("at", TEXT, "The path of the node.", "entities/emea/recon-ar").must());
    change.add(Word.of("title", TEXT, "Another title."));
    change.add(Word.of("name", TEXT, "Another name."));
    change.addAll(common);
    change.add(Word.of("reason", TEXT, "Why.", "Epiphany in Madrid").must());
    STRUCTURES.put("Change", new Structure("Change", "What differs in one period.", change));
    add(
        "Variable",
        "A typed variable or parameter.",
        Word.of("type", VARIABLE_TYPE, "The type of its value.").must(),
        Word.of("description", TEXT, "What it is for."),
        Word.of("default", ANY, "Its value unless one is given.", "\"$10,000\"", "true"),
        Word.of("required", BOOL, "Whether it must be given; false for one that may be absent."),
        Word.of("enum", listOf(ANY), "The only values it may have."),
        Word.of("minimum", INTEGER, "The least number."),
        Word.of("maximum", INTEGER, "The greatest number."),
        Word.of("pattern", TEXT, "A regular expression for the whole text."));
    add(
        "Loop",
        "What a node is repeated over.",
        Word.of("file", TEXT, "A CSV file, relative to this one.", "entities.csv"),
        Word.of("in", ANY, "A list or a map.", "[us, uk]"),
        Word.of("as", SLUG, "The name of its value.", "entity").asWritten(),
        Word.of(
                "key",
                either(TEXT, listOf(TEXT)),
                "The column or field that names each node.",
                "code")
            .asWritten(),
        Word.of(
                "columns",
                mapOf(oneOf("string", "integer", "number", "boolean", "date")),
                "The types of columns that are not texts.",
                "{ balance: number }")
            .asWritten());
    add(
        "Day",
        "A day with its name.",
        Word.of("date", DATE, "The day.", "2024-12-25").must(),
        Word.of("name", TEXT, "What it is.", "Christmas"));
    add(
        "Person",
        "A person.",
        Word.of("id", TEXT, "The id in Workiva.").must(),
        Word.of("name", TEXT, "What people read."),
        Word.of("email", TEXT, "The address."),
        Word.of("type", oneOf("user", "group"), "What the id names; user unless written."),
        Word.of("calendar", SLUG, "The calendar the person keeps."),
        Word.of("away", listOf(struct("Away")), "When the person is away."));
    add(
        "Away",
        "An absence.",
        Word.of("from", DATE, "Its first day.").must(),
        Word.of("to", DATE, "Its last day.").must(),
        Word.of("cover", SLUG, "Who stands in."));
    add(
        "Document",
        "A document.",
        Word.of("id", TEXT, "The id in Workiva; left out where each period gives its own."),
        Word.of("name", TEXT, "What people read."),
        Word.of("sections", mapOf(TEXT), "An alias to the id of a section."));
    add(
        "Participant",
        "Who it is, by id.",
        Word.of(Fields.PARTICIPANT_ID, TEXT).must(),
        Word.of(Fields.PARTICIPANT_TYPE, TEXT, "user"));
    add(
        "Moved",
        "A node that has another address now.",
        Word.of("from", TEXT, "The old path.").must(),
        Word.of("to", TEXT, "The new path.").must());
  }

  private static void project() {
    document(
        "Project",
        "The settings of a project and its targets.",
        Word.of("requires", TEXT, "The versions of procc that read it.", "\">=0.1\""),
        Word.of("targets", mapOf(struct("Target")), "Where processes live."),
        Word.of("variables", mapOf(ANY), "Values of variables on every target."),
        Word.of("dates", struct("Dates"), "How dates are read."),
        Word.of("safety", struct("Safety"), "Limits of a plan."),
        Word.of("rules", mapOf(SEVERITY), "The severity of a rule, by its name or code."),
        Word.of("allow", listOf(struct("Allow")), "Findings that are accepted."));
    add(
        "Target",
        "One place where processes live.",
        Word.of("region", oneOf("us", "eu", "apac"), "Workiva's region."),
        Word.of("apiUrl", TEXT, "The address of the API, instead of a region."),
        Word.of("api", TEXT, "The version of the API.", "2026-04-01.processes.preview"),
        Word.of("canary", TEXT, "The id of something that exists only there."),
        Word.of("sandbox", BOOL, "Whether procc probe may make throw-away processes there."),
        Word.of("capabilities", SLUG, "The key of what was measured; its own name unless written."),
        Word.of("people", SLUG, "The key of its people."),
        Word.of("documents", SLUG, "The key of its documents."),
        Word.of("variables", mapOf(ANY), "Values of variables there."),
        Word.of("process", ANY, "Fields of processes that differ there.", "{ autoClose: false }"),
        Word.of("safety", struct("Safety"), "Limits of a plan there."),
        Word.of("freeze", listOf(struct("Freeze")), "When nothing is applied there."));
    add(
        "Dates",
        "How dates are read.",
        Word.of("zone", TEXT, "The zone of today; UTC unless written.", "America/New_York"),
        Word.of(
            "roll",
            oneOf("none", "next", "previous"),
            "Where a date on a day off goes; none unless written."),
        Word.of("outsideSchedule", oneOf("error", "warn"), "What a date outside the schedule is."),
        Word.of("dayZero", BOOL, "Whether WD0 is the last business day of the period."),
        Word.of("fiscalYear", struct("FiscalYear"), "The fiscal year of the project."));
    add(
        "FiscalYear",
        "A fiscal year by months, by weeks, or by a list.",
        Word.of("startMonth", INTEGER, "The month it begins in, 1 to 12."),
        Word.of("named", oneOf("start", "end"), "The calendar year that names it."),
        Word.of("endsOn", WEEKDAY, "The weekday it ends on, for years of 52 or 53 weeks."),
        Word.of("rule", oneOf("last", "nearest"), "Which such weekday of the month."),
        Word.of("month", INTEGER, "The month it ends in, 1 to 12."),
        Word.of("pattern", oneOf("4-4-5", "4-5-4", "5-4-4", "13x4"), "The weeks of its periods."),
        Word.of("leapWeek", TEXT, "The period that takes the 53rd week.", "P12"),
        Word.of("periods", mapOf(DATE), "The last day of each period; beats the rules."));
    add(
        "Safety",
        "Limits; a plan beyond them is refused unless a flag lifts it.",
        Word.of("maxCreate", INTEGER, "Processes created in one apply."),
        Word.of("maxReplace", INTEGER, "Processes replaced in one apply."),
        Word.of("maxTrash", INTEGER, "Processes trashed in one apply."),
        Word.of("maxRenamesPercent", INTEGER, "Share of nodes renamed, in percent."),
        Word.of("maxDateShiftDays", INTEGER, "The largest shift of a date, in days."));
    add(
        "Freeze",
        "A time in which nothing is applied.",
        Word.of("from", DATE, "Its first day.").must(),
        Word.of("to", DATE, "Its last day.").must(),
        Word.of("reason", TEXT, "Why.").must());
    add(
        "Allow",
        "A finding that is accepted.",
        Word.of(
                "rule",
                either(TEXT, listOf(TEXT)),
                "Its name or code, or several.",
                "due-date-on-day-off")
            .must(),
        Word.of(
            "at",
            TEXT,
            "The address, and all below it; * for a part, ** for any number of parts.",
            "close/entities/*/recon-ar"),
        Word.of("file", TEXT, "The file, with * and **.", "archive/**"),
        Word.of("until", DATE, "The last day on which it is accepted.", "2026-12-31"),
        Word.of("reason", TEXT, "Why.").must());
  }

  private static void capabilities() {
    document(
        "Capabilities",
        "What procc probe measured of a server: answers to what its documents leave open.",
        Word.of("apiUrl", TEXT, "The server that was asked.", "https://api.app.wdesk.com"),
        Word.of("api", TEXT, "The version of its API.", "2026-04-01.processes.preview"),
        Word.of("answers", struct("Answers"), "The answers, by question.").must(),
        Word.of("evidence", mapOf(struct("Evidence")), "When and how each was found."),
        Word.of("unanswered", mapOf(TEXT), "Why a question has no answer."));
    add("Answers", "What is true of the server.", Questions.words());
    add(
        "Evidence",
        "How an answer was found.",
        Word.of("date", DATE, "The day, by the server's clock."),
        Word.of("calls", listOf(TEXT), "The calls and their statuses.", "[POST /processes 201]"),
        Word.of("observed", TEXT, "What showed it."));
  }
}
