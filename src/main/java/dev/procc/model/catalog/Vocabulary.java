package dev.procc.model.catalog;

import static dev.procc.model.catalog.ValueShape.ANY;
import static dev.procc.model.catalog.ValueShape.BOOL;
import static dev.procc.model.catalog.ValueShape.CHILD;
import static dev.procc.model.catalog.ValueShape.DATE;
import static dev.procc.model.catalog.ValueShape.DATE_EXPRESSION;
import static dev.procc.model.catalog.ValueShape.INTEGER;
import static dev.procc.model.catalog.ValueShape.PARTICIPANT;
import static dev.procc.model.catalog.ValueShape.SLUG;
import static dev.procc.model.catalog.ValueShape.TEXT;
import static dev.procc.model.catalog.ValueShape.either;
import static dev.procc.model.catalog.ValueShape.listOf;
import static dev.procc.model.catalog.ValueShape.mapOf;
import static dev.procc.model.catalog.ValueShape.oneOf;
import static dev.procc.model.catalog.ValueShape.struct;

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
  private static final ValueShape WEEKDAY = new ValueShape.EnumShape(WEEKDAYS);
  private static final ValueShape SEVERITY = oneOf("error", "warning", "info", "off");
  private static final ValueShape TRIGGER = oneOf("whenEligible", "manual");
  private static final ValueShape NAME_OR_ID = TEXT;
  private static final ValueShape VARIABLE_TYPE =
      oneOf("string", "integer", "number", "boolean", "date", "person", "document", "list", "map");
  private static final ValueShape DECLARATION = either(VARIABLE_TYPE, struct("Variable"));
  private static final Map<String, MappingSpec> MAPPINGS = new LinkedHashMap<>();

  static {
    addDocuments();
    addProcess();
    addChildren();
    addParts();
    addProject();
    addCapabilities();
  }

  private Vocabulary() {}

  /// The weekdays as the API names them, Monday first.
  public static List<String> weekdays() {
    return WEEKDAYS;
  }

  /// The structure of that name.
  ///
  /// @throws IllegalArgumentException when there is none: a fault of the caller
  public static MappingSpec mapping(String name) {
    MappingSpec mapping = MAPPINGS.get(name);
    if (mapping == null) {
      throw new IllegalArgumentException("no structure " + name);
    }
    return mapping;
  }

  /// The structure of that name, when there is one.
  public static @Nullable MappingSpec find(String name) {
    return MAPPINGS.get(name);
  }

  /// All structures, documents first.
  public static List<MappingSpec> all() {
    return List.copyOf(MAPPINGS.values());
  }

  private static void add(String name, String doc, KeySpec... keys) {
    MAPPINGS.put(name, new MappingSpec(name, doc, List.of(keys)));
  }

  private static void addDocument(String kind, String doc, KeySpec... keys) {
    List<KeySpec> all = new ArrayList<>();
    all.add(
        KeySpec.of("procc", oneOf("v1"), "The version of this format.", "v1")
            .asRequired()
            .asLiteral());
    all.add(
        KeySpec.of(
                "kind", new ValueShape.EnumShape(DOCUMENT_KINDS), "What this document holds.", kind)
            .asRequired()
            .asLiteral());
    all.add(
        KeySpec.of(
                "key",
                kind.equals("Period") ? ValueShape.PERIOD : SLUG,
                "Its name in this project, unique among its kind.")
            .asRequired()
            .asLiteral());
    all.addAll(List.of(keys));
    MAPPINGS.put(kind, new MappingSpec(kind, doc, all));
  }

  private static void addDocuments() {
    addDocument(
        "Period",
        "One period: its processes, their variables, one-off changes and its state.",
        KeySpec.of("label", TEXT, "What people call it; from the key unless written.", "Q4 2024"),
        KeySpec.of("start", DATE, "Its first day; from the key unless written.", "2024-10-01"),
        KeySpec.of("end", DATE, "Its last day; from the key unless written.", "2024-12-31"),
        KeySpec.of(
                "status",
                oneOf("planned", "open", "closed"),
                "A closed period is never planned, patched, replaced or trashed.",
                "open")
            .asRequired()
            .asLiteral(),
        KeySpec.of(
                "processes", listOf(SLUG), "The keys of the processes it instantiates.", "[close]")
            .asRequired()
            .asLiteral(),
        KeySpec.of("variables", mapOf(ANY), "Values of variables in this period."),
        KeySpec.of("changes", listOf(struct("Change")), "What differs in this period only."));
    addDocument(
        "Template",
        "Children that are used in several places, with typed parameters.",
        KeySpec.of("parameters", mapOf(DECLARATION), "What a use hands in."),
        KeySpec.of("children", listOf(CHILD), "The nodes it makes.").asRequired());
    addDocument(
        "Calendar",
        "A business calendar: the weekdays worked, the days off, the extra days worked.",
        KeySpec.of(
                "workdays",
                either(TEXT, listOf(TEXT)),
                "The weekdays that are business days.",
                "mon-fri",
                "[monday, tuesday, wednesday, thursday]")
            .asRequired(),
        KeySpec.of(
            "covers", TEXT, "The days that were really looked up.", "2024-10-01..2025-01-31"),
        KeySpec.of("source", TEXT, "Where the days come from, and when that was read."),
        KeySpec.of("alsoClosedIn", listOf(SLUG), "Calendars whose days off count here as well."),
        KeySpec.of("holidays", listOf(either(DATE, struct("Day"))), "Days off."),
        KeySpec.of(
            "extraWorkdays", listOf(either(DATE, struct("Day"))), "Days worked all the same."));
    addDocument(
        "People",
        "The people and roles that definitions name.",
        KeySpec.of("roles", mapOf(SLUG), "A role to the person who holds it."),
        KeySpec.of("people", mapOf(struct("Person")), "An alias to a person."));
    addDocument(
        "Documents",
        "The documents and sections that definitions name.",
        KeySpec.of("documents", mapOf(struct("Document")), "An alias to a document.").asRequired(),
        KeySpec.of(
            "periods",
            mapOf(mapOf(struct("Document"))),
            "What differs in a period: its key, an alias, the fields that differ.",
            "{ 2025-Q1: { report: { id: doc-2025-q1 } } }"));
  }

  private static void addProcess() {
    addDocument(
        "Process",
        "One process: a tree of groups and jobs with its schedule.",
        KeySpec.of(Fields.PROCESS_NAME, TEXT, "Q4 2024 Financial Close").asRequired(),
        KeySpec.of("labels", mapOf(TEXT), "Words of your own for plans and filters; never sent."),
        KeySpec.of("variables", mapOf(DECLARATION), "The variables it takes."),
        KeySpec.of("calendar", SLUG, "The business calendar; it goes on the wire.", "us-close"),
        KeySpec.of(
            Fields.PROCESS_BUSINESS_START_DATE, DATE_EXPRESSION, "period.start", "2024-10-01"),
        KeySpec.of(
            Fields.PROCESS_BUSINESS_END_DATE,
            DATE_EXPRESSION,
            "last business day of month after period"),
        KeySpec.of(Fields.PROCESS_DUE_DATE, DATE_EXPRESSION, "WD15", "2024-12-31"),
        KeySpec.of(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK, listOf(WEEKDAY), "[monday, tuesday]"),
        KeySpec.of(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS, listOf(DATE), "[2024-11-28]"),
        KeySpec.of(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS, listOf(DATE), "[2024-12-28]"),
        KeySpec.of(Fields.PROCESS_AUTO_CLOSE, BOOL, "true").asRequired(),
        KeySpec.of(Fields.PROCESS_CERT_AUTO_APPROVE, BOOL, "false").asRequired(),
        KeySpec.of(Fields.PROCESS_RELATIVE_DATES, BOOL, "false").asRequired(),
        KeySpec.of(Fields.PROCESS_CALENDARS, listOf(TEXT)),
        KeySpec.of(Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS, ANY, "{ mode: default }"),
        KeySpec.of(Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS, ANY, "{ mode: default }"),
        KeySpec.of(Fields.PROCESS_IPM_BETA_ENABLED, BOOL),
        KeySpec.of(Fields.PROCESS_IWM_OPT_OUT, BOOL),
        KeySpec.of("protect", BOOL, "Whether replacing or trashing it is refused."),
        KeySpec.of(
            "onRemoval",
            oneOf("keep", "trash"),
            "What becomes of the live process when this definition goes; keep unless written."),
        KeySpec.of("safety", struct("Safety"), "Limits of a plan for this process."),
        KeySpec.of(
            "moved", listOf(struct("Moved")), "Nodes that were renamed or moved in this file."),
        KeySpec.of("defaults", struct("Defaults"), "Values for every node that has the field."),
        KeySpec.of("root", struct("Root"), "The root group.").asRequired());
  }

  private static void addChildren() {
    KeySpec trigger =
        KeySpec.of("triggerType", TRIGGER, "What starts it.", "whenEligible", "manual");
    KeySpec[] commonKeys = {
      KeySpec.of(
          "if", ANY, "The node is made only where this holds.", "\"{{ withCertification }}\""),
      KeySpec.of(
              "forEach",
              either(struct("Loop"), mapOf(either(struct("Loop"), listOf(ANY))), listOf(ANY), TEXT),
              "Makes the node once for each row, item or entry.",
              "{ file: entities.csv, as: entity, key: code }",
              "[us, uk]",
              "{ region: [us, uk], account: { in: [ar, ap] } }")
          .asLiteral(),
      KeySpec.of("as", SLUG, "The name of the loop's value.").asLiteral(),
      KeySpec.of("labels", mapOf(TEXT), "Words of your own for plans and filters; never sent."),
      KeySpec.of("calendar", SLUG, "A calendar of its own for counting; never sent.")
    };
    addJobKind(
        "sendTask", "A task sent to a person.", Schema.SEND_TASK_ARGUMENTS, trigger, commonKeys);
    addJobKind(
        "contentRequest",
        "A request for content of a document's section.",
        Schema.CONTENT_REQUEST_ARGUMENTS,
        trigger,
        commonKeys);
    addChildKind(
        "certification",
        "A certification; the API does not publish its arguments, so they pass through.",
        List.of(
            KeySpec.of(Fields.CERTIFICATION_ARGUMENTS_TITLE, TEXT),
            KeySpec.of(
                "arguments", ANY, "Raw JSON of certificationArgs.", "{ title: Quarterly letter }"),
            trigger),
        commonKeys);
    List<KeySpec> group = groupKeys();
    addChildKind("group", "A group of nodes.", group, commonKeys);
    addChildKind(
        "use",
        "The nodes of a template.",
        List.of(
            KeySpec.of("key", SLUG, "The key of what the template makes."),
            KeySpec.of("with", mapOf(ANY), "The values of the template's parameters.")),
        commonKeys);
    MAPPINGS.put("Root", new MappingSpec("Root", "The root group.", group));
  }

  private static List<KeySpec> groupKeys() {
    return List.of(
        KeySpec.of(Fields.PROCESS_GROUP_NAME, TEXT, "Entity close").asRequired(),
        KeySpec.of(Fields.PROCESS_GROUP_PARALLEL, BOOL, "false", "true").asRequired(),
        KeySpec.of(Fields.PROCESS_GROUP_TRIGGER_TYPE, TRIGGER, "whenEligible", "manual"),
        KeySpec.of(Fields.PROCESS_GROUP_DUE_DATE, DATE_EXPRESSION, "WD6"),
        KeySpec.of(Fields.PROCESS_GROUP_READ_ONLY, BOOL, "false"),
        KeySpec.of(
            "order",
            oneOf("free", "strict"),
            "Whether the order counts in a group that starts all at the same time."),
        KeySpec.of("defaults", struct("Defaults"), "Values for every node below."),
        KeySpec.of("children", listOf(CHILD), "Its nodes, in order."));
  }

  private static void addJobKind(
      String kind, String doc, Schema schema, KeySpec trigger, KeySpec... commonKeys) {
    List<KeySpec> keys = new ArrayList<>(jobKeys(schema));
    keys.add(trigger);
    addChildKind(kind, doc, keys, commonKeys);
  }

  private static List<KeySpec> jobKeys(Schema schema) {
    List<KeySpec> keys = new ArrayList<>();
    for (FieldSpec field : Catalog.definable(schema)) {
      keys.add(
          switch (field.name()) {
            case "title" -> KeySpec.of(field, TEXT).asRequired();
            case "document", "section" ->
                new KeySpec(
                    field.name(),
                    NAME_OR_ID,
                    field,
                    false,
                    false,
                    field.doc() + " Or its alias.",
                    List.of());
            case "dueDate" -> KeySpec.of(field, shape(field), "WD3", "2024-12-31");
            case "approverDueDate" -> KeySpec.of(field, shape(field), "dueDate + 2bd");
            case "assigneeReminders", "approverReminders" ->
                KeySpec.of(field, shape(field), "{ mode: default }");
            default -> KeySpec.of(field, shape(field));
          });
    }
    return keys;
  }

  private static ValueShape shape(FieldSpec field) {
    return switch (field.type()) {
      case DATE -> DATE_EXPRESSION;
      case PARTICIPANT_REF -> PARTICIPANT;
      case BOOLEAN -> BOOL;
      case STRING -> TEXT;
      default -> ANY;
    };
  }

  private static void addChildKind(
      String kind, String doc, List<KeySpec> keys, KeySpec... commonKeys) {
    List<KeySpec> all = new ArrayList<>();
    KeySpec first =
        KeySpec.of(kind, SLUG, doc + " The value is its key among its siblings.").asRequired();
    all.add(kind.equals("use") ? first.asLiteral() : first);
    all.addAll(keys);
    int at = 1;
    for (KeySpec key : commonKeys) {
      if (key.name().equals("labels") || key.name().equals("calendar")) {
        all.add(key);
      } else {
        all.add(at++, key);
      }
    }
    MAPPINGS.put(kind, new MappingSpec(kind, doc, all));
  }

  private static void addParts() {
    List<KeySpec> common = new ArrayList<>();
    for (KeySpec key : jobKeys(Schema.SEND_TASK_ARGUMENTS)) {
      if (!key.name().equals("title")) {
        common.add(key);
      }
    }
    common.add(KeySpec.of("triggerType", TRIGGER, "What starts it.", "whenEligible", "manual"));
    List<KeySpec> defaults = new ArrayList<>(common);
    for (String kind : List.of("sendTask", "contentRequest", "certification")) {
      defaults.add(KeySpec.of(kind, struct("KindDefaults"), "Values for that kind only."));
    }
    defaults.add(KeySpec.of("group", struct("GroupDefaults"), "Values for groups only."));
    MAPPINGS.put(
        "Defaults",
        new MappingSpec("Defaults", "Values for every node below that has the field.", defaults));
    MAPPINGS.put(
        "KindDefaults", new MappingSpec("KindDefaults", "Values for one kind of job.", common));
    add(
        "GroupDefaults",
        "Values for groups.",
        KeySpec.of(Fields.PROCESS_GROUP_PARALLEL, BOOL),
        KeySpec.of(Fields.PROCESS_GROUP_TRIGGER_TYPE, TRIGGER),
        KeySpec.of(Fields.PROCESS_GROUP_DUE_DATE, DATE_EXPRESSION));
    List<KeySpec> change = new ArrayList<>();
    change.add(
        KeySpec.of("at", TEXT, "The path of the node.", "entities/emea/recon-ar").asRequired());
    change.add(KeySpec.of("title", TEXT, "Another title."));
    change.add(KeySpec.of("name", TEXT, "Another name."));
    change.addAll(common);
    change.add(KeySpec.of("reason", TEXT, "Why.", "Epiphany in Madrid").asRequired());
    MAPPINGS.put("Change", new MappingSpec("Change", "What differs in one period.", change));
    add(
        "Variable",
        "A typed variable or parameter.",
        KeySpec.of("type", VARIABLE_TYPE, "The type of its value.").asRequired(),
        KeySpec.of("description", TEXT, "What it is for."),
        KeySpec.of("default", ANY, "Its value unless one is given.", "\"$10,000\"", "true"),
        KeySpec.of("required", BOOL, "Whether it must be given; false for one that may be absent."),
        KeySpec.of("enum", listOf(ANY), "The only values it may have."),
        KeySpec.of("minimum", INTEGER, "The least number."),
        KeySpec.of("maximum", INTEGER, "The greatest number."),
        KeySpec.of("pattern", TEXT, "A regular expression for the whole text."));
    add(
        "Loop",
        "What a node is repeated over.",
        KeySpec.of("file", TEXT, "A CSV file, relative to this one.", "entities.csv"),
        KeySpec.of("in", ANY, "A list or a map.", "[us, uk]"),
        KeySpec.of("as", SLUG, "The name of its value.", "entity").asLiteral(),
        KeySpec.of(
                "key",
                either(TEXT, listOf(TEXT)),
                "The column or field that names each node.",
                "code")
            .asLiteral(),
        KeySpec.of(
                "columns",
                mapOf(oneOf("string", "integer", "number", "boolean", "date")),
                "The types of columns that are not texts.",
                "{ balance: number }")
            .asLiteral());
    add(
        "Day",
        "A day with its name.",
        KeySpec.of("date", DATE, "The day.", "2024-12-25").asRequired(),
        KeySpec.of("name", TEXT, "What it is.", "Christmas"));
    add(
        "Person",
        "A person.",
        KeySpec.of("id", TEXT, "The id in Workiva.").asRequired(),
        KeySpec.of("name", TEXT, "What people read."),
        KeySpec.of("email", TEXT, "The address."),
        KeySpec.of("type", oneOf("user", "group"), "What the id names; user unless written."),
        KeySpec.of("calendar", SLUG, "The calendar the person keeps."),
        KeySpec.of("away", listOf(struct("Away")), "When the person is away."));
    add(
        "Away",
        "An absence.",
        KeySpec.of("from", DATE, "Its first day.").asRequired(),
        KeySpec.of("to", DATE, "Its last day.").asRequired(),
        KeySpec.of("cover", SLUG, "Who stands in."));
    add(
        "Document",
        "A document.",
        KeySpec.of("id", TEXT, "The id in Workiva; left out where each period gives its own."),
        KeySpec.of("name", TEXT, "What people read."),
        KeySpec.of("sections", mapOf(TEXT), "An alias to the id of a section."));
    add(
        "Participant",
        "Who it is, by id.",
        KeySpec.of(Fields.PARTICIPANT_ID, TEXT).asRequired(),
        KeySpec.of(Fields.PARTICIPANT_TYPE, TEXT, "user"));
    add(
        "Moved",
        "A node that has another address now.",
        KeySpec.of("from", TEXT, "The old path.").asRequired(),
        KeySpec.of("to", TEXT, "The new path.").asRequired());
  }

  private static void addProject() {
    addDocument(
        "Project",
        "The settings of a project and its targets.",
        KeySpec.of("requires", TEXT, "The versions of procc that read it.", "\">=0.1\""),
        KeySpec.of("targets", mapOf(struct("Target")), "Where processes live."),
        KeySpec.of("variables", mapOf(ANY), "Values of variables on every target."),
        KeySpec.of("dates", struct("Dates"), "How dates are read."),
        KeySpec.of("safety", struct("Safety"), "Limits of a plan."),
        KeySpec.of("rules", mapOf(SEVERITY), "The severity of a rule, by its name or code."),
        KeySpec.of("allow", listOf(struct("Allow")), "Findings that are accepted."));
    add(
        "Target",
        "One place where processes live.",
        KeySpec.of("region", oneOf("us", "eu", "apac"), "Workiva's region."),
        KeySpec.of("apiUrl", TEXT, "The address of the API, instead of a region."),
        KeySpec.of("api", TEXT, "The version of the API.", "2026-04-01.processes.preview"),
        KeySpec.of("canary", TEXT, "The id of something that exists only there."),
        KeySpec.of("sandbox", BOOL, "Whether procc probe may make throw-away processes there."),
        KeySpec.of(
            "capabilities", SLUG, "The key of what was measured; its own name unless written."),
        KeySpec.of("people", SLUG, "The key of its people."),
        KeySpec.of("documents", SLUG, "The key of its documents."),
        KeySpec.of("variables", mapOf(ANY), "Values of variables there."),
        KeySpec.of(
            "process", ANY, "Fields of processes that differ there.", "{ autoClose: false }"),
        KeySpec.of("safety", struct("Safety"), "Limits of a plan there."),
        KeySpec.of("freeze", listOf(struct("Freeze")), "When nothing is applied there."));
    add(
        "Dates",
        "How dates are read.",
        KeySpec.of("zone", TEXT, "The zone of today; UTC unless written.", "America/New_York"),
        KeySpec.of(
            "roll",
            oneOf("none", "next", "previous"),
            "Where a date on a day off goes; none unless written."),
        KeySpec.of(
            "outsideSchedule", oneOf("error", "warn"), "What a date outside the schedule is."),
        KeySpec.of("dayZero", BOOL, "Whether WD0 is the last business day of the period."),
        KeySpec.of("fiscalYear", struct("FiscalYear"), "The fiscal year of the project."));
    add(
        "FiscalYear",
        "A fiscal year by months, by weeks, or by a list.",
        KeySpec.of("startMonth", INTEGER, "The month it begins in, 1 to 12."),
        KeySpec.of("named", oneOf("start", "end"), "The calendar year that names it."),
        KeySpec.of("endsOn", WEEKDAY, "The weekday it ends on, for years of 52 or 53 weeks."),
        KeySpec.of("rule", oneOf("last", "nearest"), "Which such weekday of the month."),
        KeySpec.of("month", INTEGER, "The month it ends in, 1 to 12."),
        KeySpec.of(
            "pattern", oneOf("4-4-5", "4-5-4", "5-4-4", "13x4"), "The weeks of its periods."),
        KeySpec.of("leapWeek", TEXT, "The period that takes the 53rd week.", "P12"),
        KeySpec.of("periods", mapOf(DATE), "The last day of each period; beats the rules."));
    add(
        "Safety",
        "Limits; a plan beyond them is refused unless a flag lifts it.",
        KeySpec.of("maxCreate", INTEGER, "Processes created in one apply."),
        KeySpec.of("maxReplace", INTEGER, "Processes replaced in one apply."),
        KeySpec.of("maxTrash", INTEGER, "Processes trashed in one apply."),
        KeySpec.of("maxRenamesPercent", INTEGER, "Share of nodes renamed, in percent."),
        KeySpec.of("maxDateShiftDays", INTEGER, "The largest shift of a date, in days."));
    add(
        "Freeze",
        "A time in which nothing is applied.",
        KeySpec.of("from", DATE, "Its first day.").asRequired(),
        KeySpec.of("to", DATE, "Its last day.").asRequired(),
        KeySpec.of("reason", TEXT, "Why.").asRequired());
    add(
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
        KeySpec.of("reason", TEXT, "Why.").asRequired());
  }

  private static void addCapabilities() {
    addDocument(
        "Capabilities",
        "What procc probe measured of a server: answers to what its documents leave open.",
        KeySpec.of("apiUrl", TEXT, "The server that was asked.", "https://api.app.wdesk.com"),
        KeySpec.of("api", TEXT, "The version of its API.", "2026-04-01.processes.preview"),
        KeySpec.of("answers", struct("Answers"), "The answers, by question.").asRequired(),
        KeySpec.of("evidence", mapOf(struct("Evidence")), "When and how each was found."),
        KeySpec.of("unanswered", mapOf(TEXT), "Why a question has no answer."));
    add("Answers", "What is true of the server.", ServerBehaviours.keySpecs());
    add(
        "Evidence",
        "How an answer was found.",
        KeySpec.of("date", DATE, "The day, by the server's clock."),
        KeySpec.of("calls", listOf(TEXT), "The calls and their statuses.", "[POST /processes 201]"),
        KeySpec.of("observed", TEXT, "What showed it."));
  }
}
