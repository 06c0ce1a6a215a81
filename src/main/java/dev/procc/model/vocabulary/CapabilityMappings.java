package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.DATE;
import static dev.procc.model.vocabulary.ValueShape.TEXT;
import static dev.procc.model.vocabulary.ValueShape.listOf;
import static dev.procc.model.vocabulary.ValueShape.mapOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The capabilities of a server.
final class CapabilityMappings extends MappingTable {
  CapabilityMappings(Map<String, MappingSpec> mappings) {
    super(mappings);
  }

  @Override
  void addAll() {
    document(
        "Capabilities",
        "What procc probe measured of a server: answers to what its documents leave open.",
        KeySpec.of("apiUrl", TEXT, "The server that was asked.", "https://api.app.wdesk.com"),
        KeySpec.of("api", TEXT, "The version of its API.", "2026-04-01.processes.preview"),
        KeySpec.of("answers", struct("Answers"), "The answers, by question.").asRequired(),
        KeySpec.of("evidence", mapOf(struct("Evidence")), "When and how each was found."),
        KeySpec.of(
            "unanswered",
            mapOf(TEXT),
            "Why a question has no answer.",
            "{ batch-limit: the sandbox is too small }"));
    mapping("Answers", "What is true of the server.", answerKeys());
    mapping(
        "Evidence",
        "How an answer was found.",
        KeySpec.of("date", DATE, "The day, by the server's clock."),
        KeySpec.of("calls", listOf(TEXT), "The calls and their statuses.", "[POST /processes 201]"),
        KeySpec.of("observed", TEXT, "What showed it.", "the second call answered 409"));
  }

  /// The keys of a capabilities document for the answers, one for each server behaviour.
  private static List<KeySpec> answerKeys() {
    List<KeySpec> keys = new ArrayList<>();
    for (ServerBehaviour behaviour : ServerBehaviours.ALL) {
      String text = behaviour.description();
      String doc = Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
      keys.add(KeySpec.of(behaviour.key(), new ValueShape.EnumShape(behaviour.answers()), doc));
    }
    return keys;
  }
}
