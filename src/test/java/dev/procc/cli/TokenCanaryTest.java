package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.cli.frame.Command;
import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise of security.md: no token, secret or password of the environment is in anything that
/// is printed or written.
///
/// Every command runs in every format with each kind of credentials, with a server that works, one
/// that sends back whatever it received, and none at all.
class TokenCanaryTest {
  private static final String NOBODY = "http://127.0.0.1:9";
  private static final String CANARY = "canary-7f3a9c";
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      businessStartDate: 2024-10-01
      businessEndDate: 2024-12-31
      dueDate: 2024-12-20
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Root
        parallel: false
        children:
          - sendTask: a
            title: A
            assignee: { id: u1, type: user }
            dueDate: 2024-12-10
      """;

  /// The commands that call a server.
  private static final List<String> LIVE =
      List.of(
          "plan",
          "apply",
          "validate",
          "run",
          "status",
          "amend",
          "list",
          "trash",
          "restore",
          "rollback",
          "adopt",
          "keep",
          "import",
          "drift",
          "pull",
          "state rebuild",
          "probe");

  /// The commands that call a code host.
  private static final List<String> REVIEW = List.of("comment", "approved");

  /// The commands that need no operand.
  private static final List<String> PLAIN =
      List.of(
          "lint",
          "render",
          "vars",
          "lsp",
          "impact",
          "diff",
          "calendar show",
          "calendar check",
          "calendar diff",
          "drift",
          "list",
          "state list",
          "state verify",
          "state rebuild",
          "approved",
          "emulate",
          "schema",
          "version");

  @TempDir Path folder;
  private Path project;
  private Path tokenFile;
  private Emulator emulator;
  private HttpServer echo;
  private String emulatorUrl = "";
  private final AtomicInteger echoed = new AtomicInteger();
  private final Set<String> echoedRequests = ConcurrentHashMap.newKeySet();
  private int done;

  @BeforeEach
  void start() throws Exception {
    project = Files.createDirectory(folder.resolve("project"));
    tokenFile = Files.writeString(folder.resolve("token"), CANARY + "-file\n");
    Files.writeString(
        project.resolve("procc.yaml"),
        "procc: v1\nkind: Project\nkey: p\ntargets:\n  dev: { region: us, sandbox: true }\n");
    Files.writeString(project.resolve("close.process.yaml"), PROCESS);
    emulator = new Emulator(EmulatorOptions.defaults().withNow(LocalDate.of(2024, 10, 1)));
    emulatorUrl = emulator.start().toString();
    echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    echo.createContext("/", this::sendBack);
    echo.start();
  }

  @AfterEach
  void stop() {
    emulator.close();
    echo.stop(0);
  }

  /// Answers with an error that contains the request, as some proxies do.
  private void sendBack(HttpExchange exchange) throws IOException {
    echoed.incrementAndGet();
    String request =
        exchange.getRequestHeaders().entrySet()
            + " "
            + exchange.getRequestURI()
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    echoedRequests.add(exchange.getRequestURI().getPath());
    String text = request.replace("\\", "\\\\").replace("\"", "\\\"");
    byte[] body =
        ("{\"code\":\"400\",\"message\":\""
                + text
                + "\",\"details\":[{\"message\":\""
                + text
                + "\",\"target\":\""
                + text
                + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Request-Id", "r1");
    exchange.sendResponseHeaders(400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Map<String, Map<String, String>> credentials() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    all.put("token", Map.of("PROCC_TOKEN", CANARY + "-token"));
    all.put("token of the target", Map.of("PROCC_TOKEN__DEV", CANARY + "-dev"));
    all.put("token that is none", Map.of("PROCC_TOKEN", CANARY + " with blanks"));
    all.put("token file", Map.of("PROCC_TOKEN_FILE", tokenFile.toString()));
    all.put("client", Map.of("PROCC_CLIENT_ID", "me", "PROCC_CLIENT_SECRET", CANARY + "/secret+="));
    all.put(
        "proxy",
        Map.of(
            "PROCC_TOKEN",
            CANARY + "-token",
            "HTTP_PROXY",
            "http://me:" + CANARY + "-proxy@127.0.0.1:" + echo.getAddress().getPort()));
    all.put(
        "password in an address",
        Map.of("PROCC_TOKEN", "t", "PROCC_API_URL", "https://me:" + CANARY + "@127.0.0.1"));
    all.put(
        "password in an address that is none",
        Map.of(
            "PROCC_TOKEN",
            "t",
            "HTTPS_PROXY",
            "http://me:" + CANARY + " x@127.0.0.1",
            "PROCC_API_URL",
            "https://me:" + CANARY + " x@127.0.0.1"));
    String server = "http://127.0.0.1:" + echo.getAddress().getPort();
    all.put(
        "review: GitHub",
        Map.of(
            "GITHUB_TOKEN",
            CANARY + "-github",
            "GITHUB_API_URL",
            server,
            "GITHUB_REPOSITORY",
            "o/r",
            "GITHUB_SHA",
            "1".repeat(40)));
    all.put(
        "review: GitLab",
        Map.of(
            "GITLAB_TOKEN",
            CANARY + "-gitlab",
            "CI_API_V4_URL",
            server,
            "CI_PROJECT_ID",
            "12",
            "CI_COMMIT_SHA",
            "1".repeat(40)));
    all.put(
        "review: password in an address",
        Map.of(
            "GITHUB_TOKEN",
            "t",
            "GITHUB_API_URL",
            "https://me:" + CANARY + "@127.0.0.1",
            "GITHUB_REPOSITORY",
            "o/r"));
    return all;
  }

  private List<String> operands(String command) {
    return switch (command) {
      case "fmt" -> List.of("--check");
      case "blame" -> List.of("close/a:title");
      case "explain" -> List.of("value", "close/a:title");
      case "calendar import" ->
          List.of("us", "--from", "2026-01-01", "--to", "2026-12-31", "--yes");
      case "roll-forward" -> List.of("close", "--dry-run");
      case "plan" -> List.of("--save", "plan.json", "--md-out", "plan.md", "--html-out", "p.html");
      case "show" -> List.of("plan.json");
      case "apply", "pull" -> List.of("--yes");
      case "validate", "status", "adopt", "log" -> List.of("close");
      case "run", "trash", "restore", "rollback", "amend" -> List.of("close", "--yes");
      case "keep" -> List.of("close/a:title", "--reason", "x", "--until", "2024-12-31");
      case "state show", "state forget" -> List.of("close");
      case "state mv" -> List.of("close", "other");
      case "probe" -> List.of("--yes", "--only", "patch-atomic");
      case "api-check" -> List.of("procc.yaml");
      case "completion" -> List.of("bash");
      case "help" -> List.of("plan");
      case "init" -> List.of("new", "--calendar", "us", "--period", "2024-Q4", "--ci", "github");
      case "import" -> List.of("e7b9920095e342889190b4d7eaeca6fa", "--dry-run");
      case "comment" -> List.of("--file", "plan.md", "--status", "--pr", "12");
      default -> {
        assertTrue(PLAIN.contains(command), "no operands are given to \"" + command + "\"");
        yield List.of();
      }
    };
  }

  @Test
  void noSecretIsPrintedOrWritten() throws Exception {
    int runs = 0;
    List<String> servers =
        List.of(emulatorUrl, "http://127.0.0.1:" + echo.getAddress().getPort(), NOBODY);
    for (Map.Entry<String, Map<String, String>> given : credentials().entrySet()) {
      for (String server : servers) {
        for (Command command : Commands.all()) {
          boolean forReviews = given.getKey().startsWith("review: ");
          boolean review = REVIEW.contains(command.name());
          if (forReviews ? !review || !server.equals(emulatorUrl) : review) {
            continue;
          }
          if (!server.equals(emulatorUrl) && !LIVE.contains(command.name())) {
            continue;
          }
          if (server.equals(NOBODY) && !command.name().equals("validate")) {
            continue; // each is tried again for seconds
          }
          List<String> formats = new ArrayList<>(command.options().formats());
          if (formats.isEmpty()) {
            formats.add("");
          }
          for (String format : formats) {
            run(given.getValue(), server, command.name(), format);
            runs++;
          }
        }
      }
    }
    System.out.println(
        runs
            + " runs with "
            + credentials().size()
            + " kinds of credentials: "
            + done
            + " did their work, "
            + echoed.get()
            + " requests came back in errors");
    assertTrue(done > 50 && echoed.get() > 50, done + " done, " + echoed + " sent back");
    for (String host : List.of("/repos/o/r/", "/projects/12/")) {
      assertTrue(
          echoedRequests.stream().anyMatch(path -> path.startsWith(host)),
          echoedRequests::toString);
    }
  }

  /// A change can contain links under every name that procc reads: to the file of the token, whose
  /// path is known on many build machines, and to files that never end.
  @Test
  void linksOfTheProjectLeadToNoSecret() throws Exception {
    Map<String, String> secrets = Map.of("PROCC_TOKEN_FILE", tokenFile.toString());
    Files.writeString(
        project.resolve("close.process.yaml"),
        PROCESS + "    - group: g\n      forEach: { file: t.csv }\n      children: []\n");
    for (Path target : List.of(tokenFile, Path.of("/dev/zero"))) {
      for (String name :
          List.of(
              "procc.state/dev/close.json",
              "procc.state/dev/x.json",
              "capabilities/dev.yaml",
              "other.process.yaml",
              "t.csv",
              "plan.json",
              "plan.md",
              "p.html",
              "vars.yaml",
              ".procc/probe/dev.json",
              ".procc/dev/1.plan.json")) {
        Path link = project.resolve(name);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
      }
      for (Command command : Commands.all()) {
        run(secrets, emulatorUrl, command.name(), "");
      }
      for (String reader : List.of("lint --var-file vars.yaml", "show plan.json", "fmt t.csv")) {
        CliCase.CommandResult result = new InProcessCli(project).run(reader.split(" ", -1));
        assertSilent(result.stdout() + result.stderr(), reader);
      }
      assertEquals(CANARY + "-file\n", Files.readString(tokenFile));
    }
  }

  private void run(Map<String, String> secrets, String server, String command, String format)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(command.equals("emulate") ? List.of("--help") : operands(command));
    words.add("--verbose");
    if (!format.isEmpty()) {
      words.addAll(List.of("--format", format));
    }
    InProcessCli cli =
        new InProcessCli(project)
            .variable("PROCC_API_URL", server)
            .variable("PROCC_TARGET", "dev")
            .variable("PROCC_AS_OF", "2024-10-01");
    secrets.forEach(cli::variable);
    CliCase.CommandResult result = cli.run(words.toArray(String[]::new));
    String where = words + " with " + secrets.keySet() + " at " + server;
    assertSilent(result.stdout(), where);
    assertSilent(result.stderr(), where);
    assertEquals(-1, result.stderr().indexOf("internal error"), where + "\n" + result.stderr());
    if (server.equals(emulatorUrl) && result.exit() == 0 && LIVE.contains(command)) {
      done++;
    }
    try (var files = Files.walk(project)) {
      for (Path file :
          files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
        assertSilent(Files.readString(file), file + " after " + where);
      }
    }
  }

  private static void assertSilent(String text, String where) {
    String basic =
        Base64.getEncoder().encodeToString(("me:" + CANARY).getBytes(StandardCharsets.UTF_8));
    assertFalse(text.contains(CANARY), () -> where + "\n" + text);
    assertFalse(text.contains(basic.substring(0, 20)), () -> where + "\n" + text);
  }
}
