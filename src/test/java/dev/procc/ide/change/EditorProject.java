package dev.procc.ide.change;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.TextEdit;
import dev.procc.ide.DocumentId;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.project.OverlayTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A project in a folder, opened in an editor, for renames.
final class EditorProject {
  private List<String> recordMoves = List.of();

  static final String HEAD =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      calendar: cal
      businessStartDate: period.start
      businessEndDate: last business day of month after period
      dueDate: WD15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      """;
  final Path folder;
  final Map<String, String> texts = new LinkedHashMap<>();
  final Workspace workspace;
  final ProjectRequest request;

  EditorProject(Path folder, String... files) throws IOException {
    this.folder = folder;
    put("procc.yaml", "procc: v1\nkind: Project\nkey: team\n");
    put(
        "base.yaml",
        """
        procc: v1
        kind: Period
        key: 2024-Q4
        status: open
        processes: [close]
        ---
        procc: v1
        kind: Calendar
        key: cal
        workdays: mon-fri
        covers: 2024-10-01..2025-01-31
        source: list
        holidays:
          - { date: 2024-12-25, name: Christmas }
        ---
        procc: v1
        kind: People
        key: people
        roles: { manager: dana }
        people:
          dana: { id: user-1, name: Dana Whitfield }
          sam: { id: user-2, name: Sam Okafor }
        """);
    for (int i = 0; i < files.length; i += 2) {
      put(files[i], files[i + 1]);
    }
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path to = folder.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.writeString(to, file.getValue());
    }
    request =
        ProjectRequest.of(
            new HostEnvironment(
                folder,
                Map.of(),
                Clock.fixed(Instant.parse("2024-10-01T00:00:00Z"), ZoneOffset.UTC)));
    workspace = new Workspace(request);
    int version = 1;
    for (Map.Entry<String, String> file : texts.entrySet()) {
      workspace.open(id(file.getKey()), file.getValue(), version++);
    }
  }

  private void put(String path, String text) {
    texts.put(path, text);
  }

  DocumentId id(String path) {
    return new DocumentId(folder.resolve(path).toUri().toString(), folder.resolve(path));
  }

  Snapshot snapshot() {
    return workspace.view(id("procc.yaml")).snapshot();
  }

  Compilation cold(Map<String, String> changed) {
    try {
      ProjectSession session = ProjectSession.open(request);
      return session
          .lintTree(new OverlayTree(session.tree(), changed), CompileOptions.defaults())
          .everywhere();
    } catch (Failure e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> codes(Compilation of) {
    List<String> codes = new ArrayList<>();
    for (Finding finding : of.findings()) {
      codes.add(finding.code().id() + " " + finding.message() + " " + finding.span());
    }
    return codes;
  }

  static List<String> ids(Compilation of) {
    return of.findings().stream().map(f -> f.code().id()).toList();
  }

  /// The commands that move records after the last rename.
  List<String> recordMoves() {
    return recordMoves;
  }

  /// The texts after a rename at a marked place: `sendTask: re‸con`.
  Map<String, String> rename(String path, String marked, String to) {
    String text = texts.get(path);
    String line = marked.replace("‸", "");
    int at = text.indexOf(line);
    if (at < 0 || text.indexOf(line, at + 1) >= 0) {
      throw new IllegalArgumentException(marked);
    }
    Renames.RenameResult result = Renames.rename(snapshot(), path, at + marked.indexOf('‸'), to);
    recordMoves = result.recordMoves();
    if (result.problem() != null) {
      throw new IllegalStateException(result.problem());
    }
    return apply(result.edits());
  }

  Map<String, String> apply(List<TextEdit> edits) {
    Map<String, List<TextEdit>> byPath = new TreeMap<>();
    for (TextEdit edit : edits) {
      byPath.computeIfAbsent(edit.span().file().path(), p -> new ArrayList<>()).add(edit);
    }
    Map<String, String> after = new TreeMap<>();
    byPath.forEach((path, all) -> {
      all.sort(Comparator.comparingInt((TextEdit e) -> e.span().start()).reversed());
      StringBuilder out = new StringBuilder(texts.get(path));
      int last = Integer.MAX_VALUE;
      for (TextEdit edit : all) {
        if (edit.span().end() > last) {
          throw new IllegalStateException("overlap " + edit);
        }
        last = edit.span().start();
        out.replace(edit.span().start(), edit.span().end(), edit.replacement());
      }
      after.put(path, out.toString());
    });
    return after;
  }

  String all(Map<String, String> after) {
    StringBuilder out = new StringBuilder();
    after.forEach((path, text) -> out.append("== ").append(path).append('\n').append(text));
    return out.toString();
  }
}
