package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in use: beside a client with tokens, with hostile names and addresses, by keyboard, on
/// a narrow screen, while others call. One browser serves all tests.
final class EmulatorPageUseTest {
  private static final String MESSAGE = "document.querySelector('#message').textContent";
  @TempDir private static Path profile;
  private static LocalEmulator local;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium on this machine");
    local =
        new LocalEmulator(
            LocalEmulator.options()
                .withClient("me:s")
                .withAssumptionChoices(Map.of("caller-ids", "keep")));
    browser = new Browser(program.get(), profile, local.base());
    browser.until("document.querySelector('#clock').textContent !== ''");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      local.close();
    }
  }

  @BeforeEach
  void begin() throws Exception {
    local.control("reset");
    browser.value("say('')");
    refresh();
  }

  private static void refresh() throws InterruptedException {
    browser.value("window.read = false, refresh().then(() => window.read = true)");
    browser.until("window.read && !busy");
  }

  /// A call of the API with a token of the client.
  private static LocalEmulator.LocalResponse call(String method, String path, String body)
      throws IOException {
    String form = "grant_type=client_credentials&client_id=me&client_secret=s";
    var token =
        local.send(
            HttpRequest.newBuilder(local.base().resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    String bearer = "Bearer " + token.text("access_token");
    return local.send(local.request(method, path, body).setHeader("Authorization", bearer));
  }

  private static String run(String... jobs) throws IOException {
    String id = call("POST", "/processes", LocalEmulator.process(true, jobs)).text("id");
    return call("POST", "/processes/" + id + "/run", "").text("id");
  }

  @Test
  void itsButtonsWorkBesideAClientAndWhoSignsIsNamed() throws Exception {
    browser.click("Create an example");
    browser.until(MESSAGE + " === 'created'");
    browser.click("Run");
    browser.until("document.body.innerText.includes('certificationSignerGenerated')");
    String row =
        browser.value(
            "[...document.querySelectorAll('.row')].find(r => "
                + "r.innerText.includes('certificationSignerGenerated')).innerText");
    assertTrue(row.contains("for anna"), row);
    String detail = browser.value("document.querySelector('#detail').innerText");
    assertTrue(detail.contains("Tue 2024-10-01 09:00 UTC, emulator-user"), detail);
  }

  @Test
  void anAddressThatIsNoTextIsShownAsItIs() throws Exception {
    call("GET", "/processes?$filter=%ff", "");
    refresh();
    assertEquals("", browser.value(MESSAGE));
    assertTrue(
        browser.value("document.querySelector('#requests').innerText").contains("$filter=%ff"));
  }

  @Test
  void thatNothingAnswersIsSaidForAsLongAsItIsSo() throws Exception {
    browser.value("window.kept = fetch, window.fetch = () => Promise.reject(new Error('gone'))");
    refresh();
    assertEquals("the emulator does not answer: gone", browser.value(MESSAGE));
    browser.value("window.fetch = window.kept");
    refresh();
    assertEquals("", browser.value(MESSAGE));
    browser.value("window.drawn = drawList, drawList = () => { throw new Error('odd'); }");
    refresh();
    assertEquals("the page cannot show this: odd", browser.value(MESSAGE));
    browser.value("drawList = window.drawn");
  }

  @Test
  void whatNoProcessShouldHaveIsShownAllTheSame() throws Exception {
    String id =
        call("POST", "/processes", LocalEmulator.process(LocalEmulator.job("A"))).text("id");
    for (String edit :
        new String[] {
          "{\"unchecked\": true, \"set\": {\"/root/children/0\": 7, \"/name\": {\"a\": 1},"
              + " \"/dueDate\": 3}}",
          "{\"unchecked\": true, \"remove\": [\"/root\"]}"
        }) {
      local.control("processes/" + id + "/edit", edit);
      refresh();
      assertEquals("", browser.value(MESSAGE));
    }
  }

  @Test
  void anOpenedRequestStaysOpenWhileOthersCall() throws Exception {
    call("GET", "/processes", "");
    refresh();
    browser.value("document.querySelector('#requests summary').click()");
    browser.until("!!document.querySelector('#requests details[open] pre[tabindex=\"0\"]')");
    call("GET", "/processes/x", "");
    refresh();
    assertEquals("4", browser.value("document.querySelectorAll('#requests li').length"));
    assertEquals("1", browser.value("document.querySelectorAll('#requests details[open]').length"));
  }

  @Test
  void theQuestionBeforeEverythingIsForgottenNamesWhatIs() throws Exception {
    local.control("faults", "{\"do\": \"delay\", \"millis\": 0, \"times\": 0, \"on\": \"token\"}");
    run(LocalEmulator.job("A"));
    refresh();
    String scheduled = browser.value("document.querySelector('#scheduled').textContent");
    assertTrue(scheduled.startsWith("token: delay, hit 2 times, for ever"), scheduled);
    browser.value("window.confirm = question => { window.asked = question; return true; }");
    browser.click("Forget everything");
    browser.until(MESSAGE + " === 'everything is forgotten'");
    assertEquals(
        "Forget the process, runs, requests and faults? Nothing brings them back.",
        browser.value("window.asked"));
    assertEquals(0, local.look("faults").object().items("faults").size());
    assertEquals(0, local.look("processes").array().size());
  }

  @Test
  void theFocusStaysOrGoesToWhatIsNext() throws Exception {
    run(LocalEmulator.job("A"), LocalEmulator.job("A"), LocalEmulator.job("B"));
    refresh();
    browser.until("document.querySelectorAll('[aria-label=\"complete: A\"]').length === 2");
    browser.value("document.querySelectorAll('[aria-label=\"complete: A\"]')[1].focus()");
    String row = browser.value("document.activeElement.closest('.row').id");
    Json.Obj last = (Json.Obj) local.look("tasks").array().get(2);
    local.control("tasks/" + last.text("jobRun").orElseThrow() + "/fail");
    refresh();
    assertEquals(row, browser.value("document.activeElement.closest('.row').id"));
    browser.value("document.activeElement.click()");
    browser.until("document.querySelectorAll('[aria-label=\"complete: A\"]').length === 1");
    assertEquals("retry: B", browser.value("document.activeElement.getAttribute('aria-label')"));
  }

  @Test
  void idsOfTheCallerAreAddressesAsTheyAre() throws Exception {
    for (String id : new String[] {"b/c?d%", "a b"}) {
      String body =
          LocalEmulator.process(LocalEmulator.job("A"))
              .replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
      assertEquals(id, call("POST", "/processes", body).text("id"));
    }
    refresh();
    for (int i = 0; i < 2; i++) {
      browser.value("document.querySelectorAll('#list button')[" + i + "].click()");
      refresh();
      browser.until("document.querySelectorAll('#list button')[" + i + "].ariaCurrent === 'true'");
      browser.click("Validate");
      browser.until(MESSAGE + " === 'valid'");
    }
  }

  @Test
  void longNamesAndNamesThatTurnTextRoundStayWithinTheirPlace() throws Exception {
    String group = LocalEmulator.group("Y".repeat(200), false, LocalEmulator.job("x".repeat(300)));
    String body =
        LocalEmulator.process(LocalEmulator.inGroup(group))
            .replaceFirst("\"Close\"", "\"\\\\u202e" + "N".repeat(200) + "\"");
    call("POST", "/processes/" + call("POST", "/processes", body).text("id") + "/run", "");
    browser.value("document.querySelectorAll('details').forEach(fold => fold.open = true)");
    refresh();
    browser.until("document.body.innerText.includes('xxx')");
    String named =
        browser.value("getComputedStyle(document.querySelector('#list strong')).unicodeBidi");
    assertEquals("isolate", named);
    for (int width : new int[] {1100, 700, 420}) {
      browser.width(width);
      String wide = browser.value("document.documentElement.scrollWidth");
      assertTrue(Integer.parseInt(wide) <= width, wide + " of " + width);
    }
    browser.width(1500);
    assertEquals(
        browser.value("getComputedStyle(document.body).backgroundColor"),
        browser.value("getComputedStyle(document.querySelector('select')).backgroundColor"));
    assertFalse(
        browser.value("!!document.querySelector('#readings select[aria-label]')").equals("true"));
  }
}
