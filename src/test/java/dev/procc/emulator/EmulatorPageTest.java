package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page: it fetches nothing from other servers, and a run can be completed in it by clicking.
final class EmulatorPageTest {
  @TempDir Path profile;

  @Test
  void thePageIsOneResource() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      LocalEmulator.LocalResponse page = local.send(HttpRequest.newBuilder(local.base()));
      assertEquals(200, page.status());
      assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
      assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
      String text = page.raw().body();
      assertFalse(text.contains("//cdn") || text.contains("src=") || text.contains("@import"));
    }
  }

  @Test
  void aWholeRunByClicksAlone() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium on this machine");
    try (LocalEmulator local = LocalEmulator.october();
        Browser browser = new Browser(program.get(), profile, local.base())) {
      browser.click("Create an example");
      browser.click("Validate");
      browser.until("document.querySelector('#message').textContent === 'valid'");
      browser.click("Run");
      browser.click("complete");
      browser.click("approve");
      browser.until("document.body.innerText.includes('Close entity North')");
      int steps = 0;
      while (!browser
          .value("document.querySelectorAll('#detail .badge')[0].textContent")
          .equals("complete")) {
        String before = browser.value("document.querySelector('#detail').innerText");
        browser.click("Next step");
        browser.until("document.querySelector('#detail').innerText !== " + quoted(before));
        assertTrue(++steps < 20, "the run does not come to its end");
      }
      assertEquals("complete", run(local));
      assertTrue(
          Integer.parseInt(browser.value("document.querySelectorAll('#requests li').length")) >= 3);
      assertEquals("0", browser.value("document.querySelectorAll('#message.bad').length"));
    }
  }

  private static String quoted(String text) {
    return Json.of(text).write();
  }

  private static String run(LocalEmulator local) throws IOException {
    var runs = local.look("runs").array();
    return ((Json.Obj) runs.getFirst()).text("status").orElse("");
  }
}
