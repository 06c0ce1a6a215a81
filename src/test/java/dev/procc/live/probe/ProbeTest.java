package dev.procc.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorException;
import dev.procc.emulator.EmulatorOptions;
import dev.procc.emulator.assumption.Assumption;
import dev.procc.emulator.assumption.Assumption.Choice;
import dev.procc.emulator.assumption.Assumptions;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.ListQuery;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The probes against emulators: for each choice of an assumption they report that choice and no
/// other.
final class ProbeTest {
  /// Probes that can give no answer under the choice of another assumption, with the reason.
  private static final Map<String, Set<String>> SILENCED = new LinkedHashMap<>();

  static {
    // only a process without jobs ends by itself
    SILENCED.put("empty-process=refuse", Set.of("finished-run"));
    // no date has to be in the future, so nothing is known about today
    SILENCED.put("past-dates=none", Set.of("due-today"));
    // no date is moved
    SILENCED.put("shift=none", Set.of("days-of-week"));
    // the rename is refused like the PATCH
    SILENCED.put("patch-running=refuse", Set.of("rename-run"));
    // the flag is absent, and replace is refused
    SILENCED.put("replace-absent=refuse", Set.of("process-flags"));
  }

  private static ProbeRun.ProbeRunResult run(Map<String, String> readings, Set<String> keys)
      throws EmulatorException, ApiException {
    EmulatorOptions options =
        EmulatorOptions.defaults()
            .withNow(LocalDate.of(2024, 10, 1))
            .withSalt("test")
            .withAssumptionChoices(readings);
    try (Emulator emulator = new Emulator(options);
        ApiClient api = client(emulator.start())) {
      ProbeRun.ProbeRunResult outcome =
          new ProbeRun(api, new ProbeCleanup(api), "test", () -> false, new ProbeEvents() {})
              .run(Probes.select(keys), "", Map.of());
      if (outcome.failure() != null) {
        throw outcome.failure();
      }
      if (!readings.containsValue("shown")) {
        assertEquals(outcome.remaining().size(), api.list(ListQuery.named("procc")).size());
      }
      return outcome;
    }
  }

  private static ApiClient client(URI base) throws ApiException {
    return ApiClient.open(
        ApiSettings.of(base, new Credentials.AccessToken("any"))
            .withTrustedHost(base)
            .withCallsPerMinute(100_000),
        Clock.systemUTC(),
        Thread::sleep,
        ApiEvents.NONE);
  }

  private static Map<String, String> words(ProbeRun.ProbeRunResult outcome) {
    Map<String, String> words = new LinkedHashMap<>();
    outcome.answers().forEach(answer -> words.put(answer.key(), answer.result().answer()));
    return words;
  }

  private static Map<String, String> assumed() {
    Map<String, String> words = new LinkedHashMap<>();
    ServerBehaviours.ALL.forEach(question -> words.put(question.key(), question.assumedAnswer()));
    return words;
  }

  @Test
  void standardReadingsAreWhatIsAssumed() throws Exception {
    ProbeRun.ProbeRunResult outcome = run(Map.of(), Set.of());
    assertEquals(assumed(), words(outcome));
    assertEquals(List.of(), outcome.remaining());
    assertTrue(outcome.createdCount() > Probes.ALL.size());
  }

  @TestFactory
  List<DynamicTest> everyReadingIsFound() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Assumption assumption : Assumptions.LIST) {
      for (Choice choice : assumption.choices()) {
        boolean standard = choice.word().equals(assumption.defaultWord());
        if (!standard && !Probes.UNPROBED.containsKey(assumption.key())) {
          String name = assumption.key() + "=" + choice.word();
          tests.add(DynamicTest.dynamicTest(name, () -> found(assumption.key(), choice.word())));
        }
      }
    }
    assertTrue(tests.size() > 50);
    return tests;
  }

  private static void found(String key, String word) throws Exception {
    Map<String, String> expected = assumed();
    expected.remove("many-jobs");
    ProbeRun.ProbeRunResult outcome = run(Map.of(key, word), expected.keySet());
    expected.put(key, word);
    SILENCED.getOrDefault(key + "=" + word, Set.of()).forEach(k -> expected.put(k, ""));
    assertEquals(expected, words(outcome));
    boolean stays = (key + "=" + word).equals("trash-active=refuse");
    assertEquals(stays, !outcome.remaining().isEmpty(), outcome.remaining().toString());
  }

  @Test
  void theTablesKnowTheSameQuestions() {
    List<String> probes = new ArrayList<>();
    Probes.ALL.forEach(probe -> probes.add(probe.key()));
    List<String> questions = new ArrayList<>();
    ServerBehaviours.ALL.forEach(question -> questions.add(question.key()));
    assertEquals(questions, probes);
    Set<String> emulated = new TreeSet<>();
    for (Assumption assumption : Assumptions.LIST) {
      emulated.add(assumption.key());
      ServerBehaviour question = ServerBehaviours.find(assumption.key());
      if (Probes.UNPROBED.containsKey(assumption.key())) {
        assertEquals(null, question, assumption.key());
        continue;
      }
      assertNotNull(question, assumption.key());
      assertEquals(question.assumedAnswer(), assumption.defaultWord());
      for (Choice choice : assumption.choices()) {
        assertTrue(question.allows(choice.word()), assumption.key() + "=" + choice.word());
      }
    }
    assertTrue(emulated.containsAll(Set.of("shift", "retry-after")));
  }
}
