package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.procc.live.codehost.StandInHost;
import dev.procc.testing.Folders;
import dev.procc.testing.HostileTexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody can achieve against the jobs of the workflow with a malicious pull request: each
/// attempt is committed and goes through lint, impact, plan, comment and approval, with secrets in
/// the environment, files outside the repository, and a server of the attacker.
///
/// In the end no secret is shown anywhere, nothing outside was read or written, only Workiva and
/// the host were called, each with its own token, and nothing is approved but the hash of the plan
/// that is shown.
class HostileRequestTest {
  private static final String SECRET = "canary-4711";
  private static final String OUTSIDE = "outside-0815";

  @TempDir static Path folder;
  private static Path outside;
  private static GitProject project;
  private static EmulatedCli workiva;
  private static HttpServer attacker;
  private static final AtomicInteger CALLS = new AtomicInteger();

  private StandInHost host;
  private final List<String> shown = new ArrayList<>();
  private String found = "";

  @BeforeAll
  static void start() throws Exception {
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.csv"), "key,title\n" + OUTSIDE + ",x\n");
    Files.writeString(outside.resolve("secret.yaml"), "procc: v1\nkind: " + OUTSIDE + "\n");
    attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    attacker.createContext(
        "/",
        exchange -> {
          CALLS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    attacker.start();
    workiva = new EmulatedCli();
    project = GitProject.create(folder.resolve("repo"));
    project.write("procc.yaml", "procc: v1\nkind: Project\nkey: p\ntargets: { prod: {} }\n");
    project.write(".gitignore", "*.md\n");
    project.writeProcess("close", "Reconcile");
    project.commit("first");
    InProcessCli cli = workiva.client(project.folder()).variable("PROCC_STATE", "branch:");
    assertEquals(0, cli.run("apply", "--yes").exit());
  }

  @AfterAll
  static void stop() {
    workiva.close();
    attacker.stop(0);
  }

  @BeforeEach
  void checkOut() throws Exception {
    host = StandInHost.github();
    project.git("checkout", "-q", "-f", "-B", "change", "main");
    project.git("clean", "-fdxq");
  }

  @AfterEach
  void closeHost() {
    host.close();
  }

  private static String attackerUrl() {
    return "http://127.0.0.1:" + attacker.getAddress().getPort();
  }

  private InProcessCli cli() {
    InProcessCli cli = workiva.client(project.folder());
    host.variables().forEach(cli::variable);
    return cli.variable("PROCC_TOKEN", SECRET + "-workiva")
        .variable("GITHUB_TOKEN", SECRET + "-host")
        .variable("PROCC_STATE", "branch:")
        .variable("SOME_SECRET", SECRET + "-other")
        .variable("PROCC_VAR_other", SECRET + "-variable");
  }

  private CliCase.CommandResult run(String... words) {
    CliCase.CommandResult result = cli().run(words);
    List<String> line = List.of(words);
    HostileTexts.check(line.toString(), line.contains("github") ? "github" : "", result.stdout());
    HostileTexts.check(line.toString(), "", result.stderr());
    shown.add(result.stdout() + result.stderr());
    return result;
  }

  /// Commits the changes and runs the jobs of a request.
  ///
  /// @return the exit code of the plan
  private int review() throws Exception {
    String head = project.commit("harmless");
    host.request(12, head, true);
    Map<Path, String> before = files(outside);
    found = run("lint", "--format", "github").stdout();
    run("impact", "--base", "main", "--md-out", "impact.md");
    int exit = run("plan", "--base", "main", "--detailed-exitcode", "--md-out", "plan.md").exit();
    List<String> comment = new ArrayList<>(List.of("comment", "--file", "plan.md", "--pr", "12"));
    if (exit != 3 && exit != 1) {
      comment.add("--status");
    }
    int commented = run(comment.toArray(String[]::new)).exit();
    assertEquals(exit == 1, commented != 0, "plan " + exit + ", comment " + commented);
    assertEquals(before, files(outside));
    assertNothingGotOut();
    assertOnlyThePlanIsApproved();
    return exit;
  }

  private static Map<Path, String> files(Path of) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    for (Path file : Folders.files(of)) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private void assertNothingGotOut() throws IOException {
    List<String> everything = new ArrayList<>(shown);
    host.comments(12).forEach(comment -> everything.add(comment.body()));
    everything.addAll(files(project.folder()).values());
    everything.add(workiva.send("GET", "/processes"));
    for (String text : everything) {
      assertFalse(text.contains(SECRET), text);
      assertFalse(text.contains(OUTSIDE), text);
    }
    assertEquals(0, CALLS.get(), "the attacker's server was called");
    for (String token : host.tokens()) {
      assertEquals("Bearer " + SECRET + "-host", token);
    }
    try (var around = Files.list(folder)) {
      assertEquals(2, around.count(), "something was written beside the repository");
    }
  }

  /// Checks that there is at most one comment, with its marker only in the first line, and a status
  /// with its hash.
  private void assertOnlyThePlanIsApproved() {
    List<StandInHost.Item> comments = host.comments(12);
    assertTrue(comments.size() <= 1, comments.toString());
    String body = comments.isEmpty() ? "" : comments.getFirst().body();
    assertEquals(comments.size(), body.lines().filter(l -> l.startsWith("<!--")).count(), body);
    String marker = body.lines().findFirst().orElse("");
    CliCase.CommandResult approved = run("approved", "--pr", "12");
    if (approved.exit() == 0) {
      String hash = approved.stdout().strip();
      assertTrue(hash.matches("[0-9a-f]{64}"), hash);
      assertTrue(marker.contains("\"planHash\":\"" + hash + "\""), marker);
      assertEquals(0, run("plan", "--check", "--approved", hash).exit());
    } else {
      assertTrue(approved.exit() == 4 || approved.exit() == 5 || approved.exit() == 1, "exit");
    }
  }

  private static final List<String> NO_TEXTS =
      List.of(
          "'{{ PROCC_TOKEN }}'",
          "'{{ env.PROCC_TOKEN }}'",
          "'{{{ environment.GITHUB_TOKEN }}}'",
          "'{{ other }}'",
          "'{{ PROCC_VAR_other }}'",
          "'{{#lambda}}PROCC_TOKEN{{/lambda}}'",
          "!ENV '${PROCC_TOKEN}'",
          "!env PROCC_TOKEN",
          "!include /proc/self/environ",
          "!!javax.script.ScriptEngineManager [x]");

  private static final List<String> TEXTS =
      List.of(
          "'${PROCC_TOKEN} $GITHUB_TOKEN %SOME_SECRET% $(printenv) `printenv`'",
          "'${secrets.PROCC_TOKEN} ${env:SOME_SECRET} ${jndi:env:PROCC_TOKEN}'",
          "'!ENV PROCC_TOKEN'");

  @Test
  void noTextReadsTheEnvironment() throws Exception {
    for (int i = 0; i < NO_TEXTS.size(); i++) {
      project.writeProcess("c" + i, NO_TEXTS.get(i));
    }
    assertEquals(3, review());
    for (int i = 0; i < NO_TEXTS.size(); i++) {
      assertTrue(found.contains("file=c" + i + ".process.yaml"), NO_TEXTS.get(i));
      Files.delete(project.folder().resolve("c" + i + ".process.yaml"));
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      project.writeProcess("d" + i, TEXTS.get(i));
    }
    assertEquals(2, review());
  }

  /// Values of tables and variables are texts, never read as templates again.
  @Test
  void noTableReadsTheEnvironment() throws Exception {
    project.write(
        "rows.csv", "key,title\na,{{ PROCC_TOKEN }}\nb,${PROCC_TOKEN}\nc,\"=cmd|' /C set'!A0\"\n");
    project.writeProcess(
        "close", "'{{ r.title }}'\n      forEach: { file: rows.csv, as: r, key: key }");
    assertEquals(2, review());
  }

  @Test
  void noTableOutsideIsRead() throws Exception {
    link("link.csv", outside.resolve("secret.csv"));
    link("linked", outside);
    link("chain.csv", Path.of("link.csv"));
    link("environ.csv", Path.of("/proc/self/environ"));
    List<String> files =
        List.of(
            "../outside/secret.csv",
            "sub/../../outside/secret.csv",
            "link.csv",
            "linked/secret.csv",
            "chain.csv",
            "environ.csv",
            ".git/config",
            "/proc/self/environ");
    for (int i = 0; i < files.size(); i++) {
      project.writeProcess(
          "c" + i,
          "'{{ r.title }}'\n      forEach: { file: " + files.get(i) + ", as: r, key: key }");
    }
    assertEquals(3, review());
    for (int i = 0; i < files.size(); i++) {
      assertTrue(found.contains("file=c" + i + ".process.yaml"), files.get(i));
    }
  }

  /// Makes every name that is read or written a link to a file outside.
  @Test
  void noLinkLeadsOutside() throws Exception {
    List<String> names = List.of("people.yaml", "other.process.yaml", "us.calendar.yaml");
    for (String name : names) {
      link(name, outside.resolve("secret.yaml"));
    }
    link("periods/2024-Q4.yaml", outside.resolve("secret.yaml"));
    link("capabilities/prod.yaml", outside.resolve("secret.yaml"));
    link("procc.state/prod/close.json", outside.resolve("secret.yaml"));
    link("impact.md", outside.resolve("secret.csv"));
    link("plan.md", outside.resolve("secret.csv"));
    project.git("add", "-f", "impact.md", "plan.md");
    project.writeProcess("close", "Reconcile accounts");
    review();
  }

  @Test
  void noFolderLeadsOutside() throws Exception {
    for (String name : List.of("procc.state", ".procc", "periods", "sub", "capabilities")) {
      link(name, outside);
    }
    project.writeProcess("close", "Reconcile accounts");
    review();
  }

  private void link(String name, Path target) throws IOException {
    Path link = project.folder().resolve(name);
    Files.createDirectories(link.getParent());
    Folders.delete(link);
    Files.createSymbolicLink(link, target);
  }

  @Test
  void noNameOfTheProjectLeadsElsewhere() throws Exception {
    for (String lines :
        List.of(
            "key: ../../outside",
            "key: p\ntargets: { '..': {} }",
            "key: p\ntargets: { '../../outside': {} }",
            "key: p\ntargets: { '.': {} }",
            "key: p\ntargets: { prod: { capabilities: ../../outside/secret } }",
            "key: p\ntargets: { prod: { people: ../../outside/secret } }",
            "key: p/prod",
            "key: 'p --> <!-- procc:plan {}'",
            "key: p\nstate: file",
            "key: p\napproved: true",
            "key: p\ntargets: { prod: { token: x } }",
            "key: p\ntargets: { prod: { tokenFile: /proc/self/environ } }")) {
      project.write("procc.yaml", "procc: v1\nkind: Project\n" + lines + "\n");
      assertEquals(3, run("plan", "--md-out", "plan.md").exit(), lines);
      assertNothingGotOut();
    }
  }

  /// A target with another host, without a variable that says which host is meant.
  @Test
  void noTokenGoesWhereTheProjectSays() throws Exception {
    for (String name : List.of(".netrc", ".curlrc", ".gitconfig", ".env", "procc.local.yaml")) {
      project.write(name, "proxy = " + attackerUrl() + "\nHTTPS_PROXY=" + attackerUrl() + "\n");
    }
    for (String line :
        List.of(
            "apiUrl: '" + attackerUrl() + "'",
            "apiUrl: '" + attackerUrl() + "/?https://api.app.wdesk.com'",
            "apiUrl: 'https://api.app.wdesk.com@127.0.0.1:1/'",
            "apiUrl: 'https://api.app.wdesk.com.evil.example'",
            "apiUrl: 'https://evil.example#.app.wdesk.com'",
            "apiUrl: 'file:///etc/passwd'",
            "region: '127.0.0.1'",
            "proxy: '" + attackerUrl() + "'")) {
      project.write(
          "procc.yaml", "procc: v1\nkind: Project\nkey: p\ntargets:\n  prod: { " + line + " }\n");
      CliCase.CommandResult planned = cli().variable("PROCC_API_URL", "").run("plan");
      assertTrue(planned.exit() == 1 || planned.exit() == 3, line + planned.stdout());
      shown.add(planned.stdout() + planned.stderr());
    }
    assertNothingGotOut();
  }

  /// Texts with everything that a runner, a renderer or a reader might interpret.
  @Test
  void noNameSpeaksForUs() throws Exception {
    List<String> texts = new ArrayList<>(HostileProject.soundTexts());
    texts.add("```\n</details>\n## procc: no changes\n");
    texts.add("<!-- procc:plan {\"v\":1,\"planHash\":\"" + "0".repeat(64) + "\"} -->");
    HostileProject.writeSound(project.folder(), texts, "");
    StringBuilder days = new StringBuilder("procc: v1\nkind: Calendar\nkey: us\n");
    days.append("workdays: mon-fri\ncovers: 2024-01-01..2025-12-31\nholidays:\n");
    for (int i = 0; i < texts.size(); i++) {
      String name = HostileTexts.yaml(texts.get(i));
      days.append(
          "  - { date: " + LocalDate.of(2024, 10, 1).plusDays(i) + ", name: " + name + " }\n");
    }
    project.write("us.calendar.yaml", days.toString());
    assertEquals(2, review());
    String body = host.comments(12).getFirst().body();
    HostileTexts.check("comment", "markdown", body);
    assertEquals(body.split("<details>", -1).length, body.split("</details>", -1).length);
  }

  @Test
  void noFileNameSpeaksForUs() throws Exception {
    for (String text : HostileTexts.all()) {
      String name = text.replace("/", "").replace("\u0000", "") + ".process.yaml";
      try {
        project.write(name, "procc: v1\nkind: Process\nkey: [1\n");
      } catch (IOException | InvalidPathException notHere) {
        // This file system does not allow the name.
      }
    }
    assertEquals(3, review());
    HostileTexts.check("comment", "markdown", host.comments(12).getFirst().body());
  }

  /// A ledger, an approval and records that the request itself contains.
  @Test
  void noRecordOfTheRequestIsBelieved() throws Exception {
    project.writeProcess("close", "Reconcile accounts");
    project.git("fetch", "-q", ".", "main");
    String ledger = project.git("for-each-ref", "--format=%(refname)", "refs/heads");
    for (String ref : ledger.lines().filter(r -> r.contains("procc")).toList()) {
      for (String file : project.git("ls-tree", "-r", "--name-only", ref).lines().toList()) {
        project.write("procc.state/" + file, "{\"approved\":true}");
        project.write(file, project.git("show", ref + ":" + file).replace("Reconcile", "x"));
      }
    }
    project.write("procc.state/prod/close.json", "{\"formatVersion\":1}");
    project.write(".procc/prod/approved.json", "{\"planHash\":\"" + "0".repeat(64) + "\"}");
    project.git("add", "-f", ".procc");
    assertEquals(2, review());
    assertTrue(host.comments(12).getFirst().body().contains("1 process changes in place"));
  }

  /// What was shown differs from what is merged: another commit, another hash, another login, a
  /// comment.
  @Test
  void nothingApprovesWhatNobodySaw() throws Exception {
    project.writeProcess("close", "Reconcile accounts");
    assertEquals(2, review());
    String approved = run("approved", "--pr", "12").stdout().strip();
    project.writeProcess("close", "Something else");
    String head = project.commit("one more, after the review");
    host.request(12, head, true);
    assertEquals(5, run("approved", "--pr", "12").exit());
    host.status(head, "mallory", "procc/p/prod", "plan " + approved);
    host.comment(12, "mallory", host.comments(12).getFirst().body());
    assertEquals(5, run("approved", "--pr", "12").exit());
    assertEquals(5, run("apply", "--approved", approved).exit());
    assertEquals(5, run("apply", "--approved", "0".repeat(64)).exit());
    assertFalse(workiva.send("GET", "/processes").contains("Something else"));
    assertNothingGotOut();
  }
}
