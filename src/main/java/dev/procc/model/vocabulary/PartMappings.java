package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.ANY;
import static dev.procc.model.vocabulary.ValueShape.BOOL;
import static dev.procc.model.vocabulary.ValueShape.DATE;
import static dev.procc.model.vocabulary.ValueShape.INTEGER;
import static dev.procc.model.vocabulary.ValueShape.SLUG;
import static dev.procc.model.vocabulary.ValueShape.TEXT;
import static dev.procc.model.vocabulary.ValueShape.either;
import static dev.procc.model.vocabulary.ValueShape.listOf;
import static dev.procc.model.vocabulary.ValueShape.mapOf;
import static dev.procc.model.vocabulary.ValueShape.oneOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import dev.procc.model.catalog.Fields;
import java.util.Map;

/// The parts of documents that are neither nodes nor settings: variables, loops, days, people.
final class PartMappings extends MappingTable {
  PartMappings(Map<String, MappingSpec> mappings) {
    super(mappings);
  }

  @Override
  void addAll() {
    addVariable();
    addLoop();
    addDay();
    addPerson();
    addDocumentAlias();
    addParticipant();
    addWorkivaId();
    addMoved();
  }

  private void addVariable() {
    mapping(
        "Variable",
        "A typed variable or parameter.",
        KeySpec.of("type", VARIABLE_TYPE, "The type of its value.").asRequired(),
        KeySpec.of("description", TEXT, "What it is for.", "What is reconciled"),
        KeySpec.of("default", ANY, "Its value unless one is given.", "\"$10,000\"", "true"),
        KeySpec.of("required", BOOL, "Whether it must be given; false for one that may be absent.")
            .unless("true where it has no default"),
        KeySpec.of("enum", listOf(ANY), "The only values it may have.", "[low, high]"),
        KeySpec.of("minimum", INTEGER, "The least number."),
        KeySpec.of("maximum", INTEGER, "The greatest number."),
        KeySpec.of(
            "pattern", TEXT, "A regular expression for the whole text.", "\"[A-Z]{2}-[0-9]+\""));
  }

  private void addLoop() {
    mapping(
        "Loop",
        "What a node is repeated over.",
        KeySpec.of("file", TEXT, "A CSV file, relative to this one.", "entities.csv"),
        KeySpec.of("in", ANY, "A list or a map.", "[us, uk]"),
        KeySpec.of("as", SLUG, "The name of its value.", "entity").asLiteral().unless("item"),
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
  }

  private void addDay() {
    mapping(
        "Day",
        "A day with its name.",
        KeySpec.of("date", DATE, "The day.", "2024-12-25").asRequired(),
        KeySpec.of("name", TEXT, "What it is.", "Christmas"));
  }

  private void addPerson() {
    mapping(
        "Person",
        "A person.",
        KeySpec.of("id", TEXT, "The id in Workiva.", "user-1").asRequired(),
        KeySpec.of("name", TEXT, "The name that people read.", "Dana Whitfield"),
        KeySpec.of("email", TEXT, "The mail address.", "dana@example.com"),
        KeySpec.of("type", oneOf("user", "group"), "What the id names.").unless("user"),
        KeySpec.of("calendar", SLUG, "The calendar the person keeps.", "es-madrid"),
        KeySpec.of("away", listOf(struct("Away")), "When the person is away."));
    mapping(
        "Away",
        "An absence.",
        KeySpec.of("from", DATE, "Its first day.").asRequired(),
        KeySpec.of("to", DATE, "Its last day.").asRequired(),
        KeySpec.of("cover", SLUG, "Who stands in.", "dana"));
  }

  private void addDocumentAlias() {
    mapping(
        "Document",
        "A document.",
        KeySpec.of(
            "id", TEXT, "The id in Workiva; left out where each period gives its own.", "doc-1"),
        KeySpec.of("name", TEXT, "The name that people read.", "Quarterly report"),
        KeySpec.of(
            "sections",
            mapOf(TEXT),
            "Each section, by an alias, and its id.",
            "{ commentary: section-1 }"));
  }

  private void addParticipant() {
    mapping(
        "Participant",
        "Who it is, by id.",
        KeySpec.of(Fields.PARTICIPANT_ID).asRequired(),
        KeySpec.of(Fields.PARTICIPANT_TYPE));
  }

  private void addWorkivaId() {
    mapping(
        "WorkivaId",
        "A document or a section by the id that Workiva gave it.",
        KeySpec.of("id", TEXT, "The id.", "doc-1").asRequired());
  }

  private void addMoved() {
    mapping(
        "Moved",
        "A node that has another address now.",
        KeySpec.of("from", TEXT, "The old path.", "recon-ar").asRequired(),
        KeySpec.of("to", TEXT, "The new path.", "entities/recon-ar").asRequired());
  }
}
