package dev.procc.live.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.Verdict;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers with missing parts: none of them is taken for "nothing exists", and none leads to a
/// second process.
final class StrictAnswersTest {
  private static final String LIST = "GET /processes";
  private static final String GET = "GET /processes/{id}";
  private static final String CREATE = "POST /processes";
  private static final String VALIDATE = "POST /processes/{id}/validation";

  @TempDir Path dir;
  private ApplyFixture bench;
  private InterceptingProxy server;
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    bench = new ApplyFixture(dir);
    server = new InterceptingProxy(bench.base);
    api =
        ApiClient.open(
            ApiSettings.of(server.url(), new Credentials.AccessToken("t0ken"))
                .withTrustedHost(server.url()),
            bench.time,
            bench.time,
            ApiEvents.NONE);
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
    server.close();
    bench.close();
  }

  private static DesiredProcess close() throws Exception {
    return ApplyFixture.close("Close", "Reconcile");
  }

  private Apply apply() {
    return new Apply(
        ApplyContext.of(api, bench.store, bench.settings, bench.time, bench.time)
            .withPendingPlans(bench.plans));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "not JSON",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":[1]}",
        "{\"data\":[{\"name\":\"Close\"}]}",
        "{\"data\":[{\"id\":\"p\",\"name\":1}]}",
        "{\"data\":[{\"id\":\"p\",\"name\":\"Close\",\"run\":\"r1\"}]}",
        "{\"data\":[],\"@nextLink\":1}",
        "{\"data\":[],\"@nextLink\":{}}"
      })
  void aBrokenListIsNoEmptyOne(String answer) throws Exception {
    Plan plan = bench.plan(close());
    bench.applied(close());
    bench.store.delete("dev", "close@2024-Q4", "the ledger is lost");
    List<String> before = bench.live();
    server.rewrite(LIST, body -> answer);
    ApplyResult result = apply().run(plan);
    assertEquals(Verdict.FAILED, result.verdict(), () -> result.toJson().pretty());
    assertEquals(before, bench.live());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"errors\":null}", "{\"errors\":{}}", ""})
  void aBrokenValidationIsNoValidOne(String answer) throws Exception {
    server.rewrite(VALIDATE, body -> answer);
    ApplyResult result = apply().run(bench.plan(close()));
    assertEquals(Verdict.PARTIAL, result.verdict(), () -> result.toJson().pretty());
    assertTrue(result.toJson().write().contains("--resume"), () -> result.toJson().pretty());
    server.rewriteNothing();
    ApplyResult resumed = apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(1, bench.live().size());
    assertFalse(bench.plan(close()).hasActions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"id\":\"\"}", "not JSON", "no root"})
  void aProcessWhoseAnswerCannotBeReadIsFound(String answer) throws Exception {
    server.rewrite(
        CREATE, body -> answer.equals("no root") ? body.replace("\"root\"", "\"toor\"") : answer);
    ApplyResult result = apply().run(bench.plan(close()));
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
    assertEquals(1, server.calls().stream().filter(CREATE::equals).count());
    assertEquals(1, bench.live().size());
    assertFalse(bench.plan(close()).hasActions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "another", "no root", "no children", "no id below"})
  void aBrokenProcessIsNotCompared(String how) throws Exception {
    bench.applied(close());
    Plan plan = bench.plan(ApplyFixture.closeWithMore("Close"));
    List<String> before = bench.live();
    server.rewrite(
        GET,
        body ->
            switch (how) {
              case "another" -> body.replace(before.getFirst(), "another");
              case "no root" -> body.replace("\"root\"", "\"toor\"");
              case "no children" -> body.replaceFirst("\"children\":\\[.*]", "\"children\":{}");
              case "no id below" -> body.replaceFirst("(\"root\":\\{)\"id\":\"[^\"]*\",", "$1");
              default -> how;
            });
    ApplyResult result = apply().run(plan);
    assertEquals(Verdict.FAILED, result.verdict(), () -> result.toJson().pretty());
    assertEquals(before, bench.live());
    assertFalse(server.calls().contains(CREATE), () -> server.calls().toString());
  }

  @Test
  void whatWasCreatedMustBeInTheList() throws Exception {
    Plan plan = bench.plan(close());
    server.rewrite(LIST, body -> "{\"data\":[]}");
    ApplyResult result = apply().run(plan);
    assertEquals(Verdict.PARTIAL, result.verdict(), () -> result.toJson().pretty());
    assertTrue(result.toJson().write().contains("is in no list"), () -> result.toJson().pretty());
    assertEquals(List.of(2L, 2L, 2L), bench.time.waits());
    server.rewriteNothing();
    ApplyResult resumed = apply().resume();
    assertEquals(Verdict.APPLIED, resumed.verdict(), () -> resumed.toJson().pretty());
    assertEquals(1, bench.live().size());
  }

  @Test
  void aProcessThatIsShownAMomentLaterIsWaitedFor() throws Exception {
    Plan plan = bench.plan(close());
    bench.fault("{'on':'getProcess','do':'fail-before','status':404,'times':2}");
    ApplyResult result = apply().run(plan);
    assertEquals(Verdict.APPLIED, result.verdict(), () -> result.toJson().pretty());
    assertEquals(List.of(2L, 2L), bench.time.waits());
    assertEquals(1, bench.live().size());
  }

  @Test
  void anAnswerAboutAnotherRunIsBroken() throws Exception {
    server.rewrite("GET /processRuns/{id}", body -> "{\"id\":\"other\"}");
    bench.applied(close());
    String run = bench.api.run(bench.live().getFirst(), false).text("id").orElseThrow();
    assertThrows(dev.procc.live.api.ApiException.class, () -> api.getRun(run, true));
  }
}
