package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.ANY;
import static dev.procc.model.vocabulary.ValueShape.BOOL;
import static dev.procc.model.vocabulary.ValueShape.CHILD;
import static dev.procc.model.vocabulary.ValueShape.DATE;
import static dev.procc.model.vocabulary.ValueShape.SLUG;
import static dev.procc.model.vocabulary.ValueShape.TEXT;
import static dev.procc.model.vocabulary.ValueShape.either;
import static dev.procc.model.vocabulary.ValueShape.listOf;
import static dev.procc.model.vocabulary.ValueShape.mapOf;
import static dev.procc.model.vocabulary.ValueShape.oneOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The kinds of document except projects and capabilities: periods, templates, calendars, people,
/// documents and processes.
final class DocumentMappings extends MappingTable {
  DocumentMappings(Map<String, MappingSpec> mappings) {
    super(mappings);
  }

  @Override
  void addAll() {
    addPeriod();
    addTemplate();
    addCalendar();
    addPeople();
    addDocuments();
    addProcess();
  }

  private void addPeriod() {
    document(
        "Period",
        "One period: its processes, their variables, one-off changes and its state.",
        KeySpec.of("label", TEXT, "What people call it.", "Q4 2024").unless("from the key"),
        KeySpec.of("start", DATE, "Its first day.", "2024-10-01").unless("from the key"),
        KeySpec.of("end", DATE, "Its last day.", "2024-12-31").unless("from the key"),
        KeySpec.of("status", oneOf("planned", "open", "closed"), "How far the period is.", "open")
            .asRequired()
            .asLiteral(),
        KeySpec.of(
                "processes",
                listOf(SLUG),
                "The keys of the processes that are made for it.",
                "[close]")
            .asRequired()
            .asLiteral(),
        KeySpec.of(
            "variables",
            mapOf(ANY),
            "Values of variables in this period.",
            "{ threshold: \"$20,000\" }"),
        KeySpec.of("changes", listOf(struct("Change")), "What differs in this period only."));
  }

  private void addTemplate() {
    document(
        "Template",
        "Children that are used in several places, with typed parameters.",
        KeySpec.of(
            "parameters",
            mapOf(DECLARATION),
            "What each use gives it, name by name.",
            "{ label: string, who: person }"),
        KeySpec.of("children", listOf(CHILD), "The nodes it makes.").asRequired());
  }

  private void addCalendar() {
    document(
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
        KeySpec.of(
            "source",
            TEXT,
            "Where the days come from, and when that was read.",
            "NYSE holiday list, read 2024-09-02"),
        KeySpec.of(
            "alsoClosedIn",
            listOf(SLUG),
            "Calendars whose days off count here as well.",
            "[us-close]"),
        KeySpec.of(
            "holidays",
            listOf(either(DATE, struct("Day"))),
            "Days off.",
            "[{ date: 2024-12-25, name: Christmas }]"),
        KeySpec.of(
            "extraWorkdays",
            listOf(either(DATE, struct("Day"))),
            "Days worked all the same.",
            "[2024-12-28]"));
  }

  private void addPeople() {
    document(
        "People",
        "The people and roles that definitions name.",
        KeySpec.of(
            "roles",
            mapOf(SLUG),
            "Each role, and the alias of who holds it.",
            "{ controller: dana }"),
        KeySpec.of(
            "people",
            mapOf(struct("Person")),
            "Each person, by an alias.",
            "{ dana: { id: user-1 } }"));
  }

  private void addDocuments() {
    document(
        "Documents",
        "The documents and sections that definitions name.",
        KeySpec.of(
                "documents",
                mapOf(struct("Document")),
                "Each document, by an alias.",
                "{ report: { id: doc-1 } }")
            .asRequired(),
        KeySpec.of(
            "periods",
            mapOf(mapOf(struct("Document"))),
            "What differs in a period: its key, an alias, the fields that differ.",
            "{ 2025-Q1: { report: { id: doc-2025-q1 } } }"));
  }

  private void addProcess() {
    List<KeySpec> keys = new ArrayList<>(leadingProcessKeys());
    keys.addAll(scheduleAndSettings());
    keys.addAll(trailingProcessKeys());
    document(
        "Process",
        "One process: a tree of groups and jobs with its schedule.",
        keys.toArray(new KeySpec[0]));
  }

  private static List<KeySpec> leadingProcessKeys() {
    return List.of(
        KeySpec.of(Fields.PROCESS_NAME).asRequired(),
        KeySpec.of(
            "labels",
            mapOf(TEXT),
            "Words of your own for plans and filters; never sent.",
            "{ control: FSCP-07 }"),
        KeySpec.of(
            "variables", mapOf(DECLARATION), "The variables it takes.", "{ threshold: string }"),
        KeySpec.of(
            "calendar",
            SLUG,
            "The business calendar; its workdays and days off are sent.",
            "us-close"));
  }

  private static List<KeySpec> scheduleAndSettings() {
    return List.of(
        KeySpec.of(Fields.PROCESS_BUSINESS_START_DATE),
        KeySpec.of(Fields.PROCESS_BUSINESS_END_DATE),
        KeySpec.of(Fields.PROCESS_DUE_DATE),
        KeySpec.of(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK),
        KeySpec.of(Fields.PROCESS_BUSINESS_DATE_EXCLUSIONS),
        KeySpec.of(Fields.PROCESS_BUSINESS_DATE_INCLUSIONS),
        KeySpec.of(Fields.PROCESS_AUTO_CLOSE).asRequired(),
        KeySpec.of(Fields.PROCESS_CERT_AUTO_APPROVE).asRequired(),
        KeySpec.of(Fields.PROCESS_RELATIVE_DATES).asRequired(),
        KeySpec.of(Fields.PROCESS_CALENDARS),
        KeySpec.of(Fields.PROCESS_DEFAULT_CERT_SIGNER_REMINDERS),
        KeySpec.of(Fields.PROCESS_DEFAULT_CERT_APPROVER_REMINDERS),
        KeySpec.of(Fields.PROCESS_IPM_BETA_ENABLED),
        KeySpec.of(Fields.PROCESS_IWM_OPT_OUT));
  }

  private static List<KeySpec> trailingProcessKeys() {
    return List.of(
        KeySpec.of("protect", BOOL, "Whether replacing or trashing it is refused.", "true")
            .unless("false; --unprotect KEY lifts it"),
        KeySpec.of(
                "onRemoval",
                oneOf("keep", "trash"),
                "What becomes of the live process when this definition goes.",
                "trash")
            .unless("keep"),
        KeySpec.of(
            "safety",
            struct("Safety"),
            "Limits of a plan for this process.",
            "{ maxDateShiftDays: 31 }"),
        KeySpec.of(
            "moved", listOf(struct("Moved")), "Nodes that were renamed or moved in this file."),
        KeySpec.of(
            "defaults",
            struct("Defaults"),
            "Values for every node that has the field.",
            "{ approver: controller }"),
        KeySpec.of(Fields.PROCESS_ROOT.name(), struct("Root"), "The root group.").asRequired());
  }
}
