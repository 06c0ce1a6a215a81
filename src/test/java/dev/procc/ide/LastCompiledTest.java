package dev.procc.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.IncrementalSession;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.completion.Completions;
import dev.procc.ide.completion.Proposal;
import dev.procc.language.project.ProjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last compiled snapshot answers while the next one is compiled, about the text as it is now.
class LastCompiledTest {
  private static final String PATH = "p.process.yaml";
  private static final String TASKS =
      """
            - sendTask: first
              title: First
              assignee: ana
              dueDate: start
            - sendTask: second
              title: Second
              assignee: ana
              approver: ana
              dueDate: start + 1bd
            - sendTask: third
              title: Third
              assignee: ana
              dueDate: start + 2bd
      """;

  @TempDir Path folder;
  private ProjectRequest request;
  private ProjectLocation location;
  private String text;

  @BeforeEach
  void write() throws IOException {
    text =
        """
        procc: v1
        kind: Process
        key: p
        name: P
        calendar: us
        businessStartDate: 2024-10-01
        businessEndDate: 2024-10-31
        dueDate: 2024-10-30
        autoClose: true
        certAutoApprove: false
        relativeDates: false
        root:
          name: Work
          parallel: true
          children:
        """
            + TASKS.indent(4);
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: x\n");
    Files.writeString(
        folder.resolve("us.calendar.yaml"),
        "procc: v1\nkind: Calendar\nkey: us\nworkdays: mon-fri\ncovers: 2024-01-01..2026-12-31\n");
    Files.writeString(
        folder.resolve("people.yaml"),
        "procc: v1\nkind: People\nkey: people\npeople:\n  ana: { id: u1, name: Ana }\n");
    Files.writeString(folder.resolve(PATH), text);
    request = ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC()));
    location = ProjectLocation.find(folder, request.config(), List.of());
  }

  @Test
  void completionWaitsForNoOtherCompilation() {
    IncrementalSession session = new IncrementalSession(request, location);
    Snapshot compiled =
        new Snapshot(
            "x",
            session,
            new EditorTree(DiskFiles.none(folder).again(true), Map.of()),
            1,
            snapshot -> {});
    compiled.compilation();
    List<String> found;
    // Held as it is by the compilation of the next text.
    synchronized (session) {
      found =
          CompletableFuture.supplyAsync(
                  () -> {
                    List<String> all = new ArrayList<>();
                    all.addAll(labels(compiled, text.replaceFirst("ana", "‸")));
                    all.addAll(
                        labels(compiled, text.replaceFirst("dueDate: start\n", "dueDate: WD‸\n")));
                    all.addAll(labels(compiled, text.replaceFirst("name: P", "name: \"{{ ‸")));
                    return all;
                  })
              .orTimeout(60, TimeUnit.SECONDS)
              .join();
    }
    assertTrue(found.containsAll(List.of("ana", "WD1", "period.key")), found::toString);
  }

  @Test
  void aPlaceIsFoundUnderLinesThatAreNewAboveIt() {
    Snapshot compiled = host().snapshot();
    compiled.compilation();
    String above = "# typed since the last compilation\n".repeat(9);
    for (String before : List.of("", above)) {
      assertEquals(
          "Wed 2024-10-02",
          detail(
              compiled,
              before
                  + text.replace(
                      "approver: ana", "approver: ana\n            approverDueDate: due‸"),
              "dueDate"));
    }
    assertEquals(0, compiled.offsetOf(PATH, above + text, 0));
    assertEquals(text.length(), compiled.offsetOf(PATH, above + text, (above + text).length()));
    assertEquals(0, compiled.offsetOf(PATH, "new text", 3));
    assertEquals(0, compiled.offsetOf("none.yaml", "new", 3));
    assertEquals(text.length(), compiled.offsetOf(PATH, text + "new", (text + "new").length()));
  }

  @Test
  void aNewNameIsKnownAsSoonAsItIsCompiledEvenIfMoreWasTyped() {
    ProjectHost host = host();
    host.snapshot().compilation();
    Snapshot before = host.compiled();
    host.put("people.yaml", people("ana", "ben"));
    Snapshot withBen = host.snapshot();
    assertSame(before, host.compiled());
    host.put("people.yaml", people("ana", "ben", "cleo"));
    withBen.compilation();
    assertSame(withBen, host.compiled());
    assertTrue(labels(host.compiled(), text.replaceFirst("ana", "‸")).contains("ben"));
    Snapshot withCleo = host.snapshot();
    withCleo.compilation();
    before.compilation();
    assertSame(withCleo, host.compiled());
  }

  private ProjectHost host() {
    return new ProjectHost("x", request, location);
  }

  private static EditorText people(String... aliases) {
    StringBuilder people = new StringBuilder("procc: v1\nkind: People\nkey: people\npeople:\n");
    for (String alias : aliases) {
      people.append("  ").append(alias).append(": { id: u-").append(alias).append(" }\n");
    }
    return new EditorText("people.yaml", people.toString(), aliases.length);
  }

  private static List<String> labels(Snapshot snapshot, String marked) {
    return proposals(snapshot, marked).stream().map(Proposal::label).toList();
  }

  private static String detail(Snapshot snapshot, String marked, String label) {
    return proposals(snapshot, marked).stream()
        .filter(proposal -> proposal.label().equals(label))
        .findFirst()
        .orElseThrow()
        .detail();
  }

  private static List<Proposal> proposals(Snapshot snapshot, String marked) {
    return Completions.at(snapshot, PATH, marked.replace("‸", ""), marked.indexOf('‸'));
  }
}
