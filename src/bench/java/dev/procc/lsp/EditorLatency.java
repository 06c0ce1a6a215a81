package dev.procc.lsp;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.Workspace;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/// How long an editor waits: typing is replayed key by key over the protocol, and each key is timed
/// until the findings of its version come.
///
/// Words: files, tasks a file, keys, and `all` to ask with each key for all that an editor shows
/// beside findings. `1 3000 400`, `100 100 400`, `300 100 50`.
public final class EditorLatency implements LanguageClient {
  private static final int WARM_UP_KEYS = 150;

  /// As somebody typed it, slips and all: `\b` takes a letter back.
  private static final String TYPED =
      " and rve\b\beview\n          inst\b\b\b\binstructions: See teh\b\bhe checklist, then"
          + "\n            sign\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b sing\b\bgn it off."
          + "\n          labels: { control: \"F-1\", }\b\b\b }";

  /// The codes of what is said of a text that is no YAML, as it is between two keys.
  private static final String SYNTAX = "PC10";

  private final Map<String, Integer> versions = new ConcurrentHashMap<>();
  private final boolean asksAll;
  private volatile boolean broken;
  private final Object arrived = new Object();

  private EditorLatency(boolean asksAll) {
    this.asksAll = asksAll;
  }

  public static void main(String[] words) throws Exception {
    int files = Integer.parseInt(words[0]);
    int tasks = Integer.parseInt(words[1]);
    int keys = Integer.parseInt(words[2]);
    Path folder = Files.createTempDirectory("procc-editor");
    write(folder, files, tasks);
    new EditorLatency(words.length > 3).run(folder, files, keys);
    System.exit(0);
  }

  private void run(Path folder, int files, int keys) throws Exception {
    long begin = System.nanoTime();
    LanguageServer server = connect(folder);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "p")));
    server.initialize(params).get();
    server.initialized(new InitializedParams());
    String uri = folder.resolve("p0.process.yaml").toUri().toString();
    StringBuilder text = new StringBuilder(Files.readString(folder.resolve("p0.process.yaml")));
    open(server, uri, text.toString());
    await(uri, 1);
    System.out.printf("first findings             %7.1f ms%n", (System.nanoTime() - begin) / 1e6);
    int at = text.indexOf("title: Task ", text.length() / 2);
    at = text.indexOf("\n", at);
    List<Double> edits = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    List<Double> sound = new ArrayList<>();
    List<Double> open = new ArrayList<>();
    List<Double> completions = new ArrayList<>();
    List<Double> hovers = new ArrayList<>();
    int version = 1;
    int typed = 0;
    int shown = 0;
    long processor = 0;
    long pauses = 0;
    for (int key = 0; key < keys + WARM_UP_KEYS; key++) {
      if (key == WARM_UP_KEYS) {
        processor = processorTime();
        pauses = pauses();
      }
      long busy = threadTime();
      long start = System.nanoTime();
      Position here = LspPositions.position(text, at + shown);
      if (typed == TYPED.length()) {
        Position from = LspPositions.position(text, at);
        text.delete(at, at + shown);
        change(server, uri, ++version, new Range(from, here), "");
        typed = 0;
        shown = 0;
      } else if (TYPED.charAt(typed) == '\b') {
        Position from = LspPositions.position(text, at + shown - 1);
        text.deleteCharAt(at + shown - 1);
        change(server, uri, ++version, new Range(from, here), "");
        typed++;
        shown--;
      } else {
        text.insert(at + shown, TYPED.charAt(typed));
        change(server, uri, ++version, new Range(here, here), TYPED.substring(typed, typed + 1));
        typed++;
        shown++;
      }
      List<CompletableFuture<?>> beside = ask(server, uri, here.getLine());
      boolean completes = key % 5 == 0;
      if (completes) {
        Position end = LspPositions.position(text, at + shown);
        server
            .getTextDocumentService()
            .completion(new CompletionParams(new TextDocumentIdentifier(uri), end))
            .get();
        add(completions, key, start);
      }
      await(uri, version);
      for (CompletableFuture<?> each : beside) {
        each.exceptionally(outdated -> null).get();
      }
      if (!completes) {
        add(edits, key, start);
        double used = (threadTime() - busy) / 1e6;
        if (key >= WARM_UP_KEYS) {
          work.add(used);
          (broken ? open : sound).add(used);
        }
      }
      if (key % 7 == 0) {
        Position date = LspPositions.position(text, text.indexOf("WD3", at + shown) + 1);
        long asked = System.nanoTime();
        server
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(uri), date))
            .get();
        add(hovers, key, asked);
      }
    }
    System.out.printf(
        "a key                      %7.1f ms of processor time, %.1f ms of it collecting%n",
        (processorTime() - processor) / 1e6 / keys, (pauses() - pauses) / (double) keys);
    print("edit to findings", edits);
    print("  processor time", work);
    print("    of sound texts", sound);
    print("    of broken texts", open);
    print("completion", completions);
    print("hover", hovers);
    calendar(server, folder, uri, files);
    System.gc();
    System.out.printf(
        "heap after                 %7.1f MiB, capped at %d%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0,
        Runtime.getRuntime().maxMemory() / 1048576);
  }

  /// Asks for what an editor shows beside findings.
  private List<CompletableFuture<?>> ask(LanguageServer server, String uri, int line) {
    if (!asksAll) {
      return List.of();
    }
    TextDocumentIdentifier id = new TextDocumentIdentifier(uri);
    Range seen = new Range(new Position(Math.max(0, line - 30), 0), new Position(line + 30, 0));
    TextDocumentService documents = server.getTextDocumentService();
    return List.of(
        documents.semanticTokensFull(new SemanticTokensParams(id)),
        documents.inlayHint(new InlayHintParams(id, seen)),
        documents.codeLens(new CodeLensParams(id)),
        documents.documentSymbol(new DocumentSymbolParams(id)),
        documents.foldingRange(new FoldingRangeRequestParams(id)),
        documents.documentLink(new DocumentLinkParams(id)));
  }

  /// An edit of the calendar that every process uses, to the findings of the last of them.
  private void calendar(LanguageServer server, Path folder, String uri, int files)
      throws Exception {
    String calendar = folder.resolve("calendars.yaml").toUri().toString();
    String text = Files.readString(folder.resolve("calendars.yaml"));
    open(server, calendar, text);
    await(calendar, 1);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String changed = i % 2 == 0 ? text.replace("2025-01-01", "2025-01-02") : text;
      long start = System.nanoTime();
      change(server, calendar, i + 2, null, changed);
      await(calendar, i + 2);
      times.add((System.nanoTime() - start) / 1e6);
    }
    print("calendar of " + files + " processes", times);
  }

  /// Of all threads, in nanoseconds: neighbours do not count.
  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /// Of all threads but the collector's and the compiler's, in nanoseconds.
  private static long threadTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }

  /// Milliseconds for which collectors stopped everything.
  private static long pauses() {
    long sum = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      sum += collector.getCollectionTime();
    }
    return sum;
  }

  private static void add(List<Double> times, int key, long start) {
    if (key >= WARM_UP_KEYS) {
      times.add((System.nanoTime() - start) / 1e6);
    }
  }

  private static void print(String what, List<Double> times) {
    if (times.isEmpty()) {
      return;
    }
    Collections.sort(times);
    System.out.printf(
        "%-26s p50 %6.1f  p99 %6.1f  max %6.1f ms  (%d)%n",
        what,
        times.get(times.size() / 2),
        times.get((int) Math.min(times.size() - 1, Math.ceil(times.size() * 0.99) - 1)),
        times.getLast(),
        times.size());
  }

  private LanguageServer connect(Path folder) throws IOException {
    PipedInputStream toServer = new PipedInputStream(1 << 20);
    PipedInputStream toClient = new PipedInputStream(1 << 20);
    PipedOutputStream fromClient = new PipedOutputStream(toServer);
    PipedOutputStream fromServer = new PipedOutputStream(toClient);
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            LspMain.serve(workspace, "bench", toServer, fromServer);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Launcher<LanguageServer> launcher =
        new Launcher.Builder<LanguageServer>()
            .setLocalService(this)
            .setRemoteInterface(LanguageServer.class)
            .setInput(toClient)
            .setOutput(fromClient)
            .create();
    launcher.startListening();
    return launcher.getRemoteProxy();
  }

  private static void open(LanguageServer server, String uri, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "procc", 1, text)));
  }

  private static void change(
      LanguageServer server, String uri, int version, Range range, String text) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  private void await(String uri, int version) throws InterruptedException {
    synchronized (arrived) {
      while (versions.getOrDefault(uri, 0) < version) {
        arrived.wait(1);
      }
    }
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams found) {
    if (found.getVersion() != null) {
      broken = isBroken(found);
      versions.put(found.getUri(), found.getVersion());
      synchronized (arrived) {
        arrived.notifyAll();
      }
    }
  }

  private static boolean isBroken(PublishDiagnosticsParams found) {
    for (Diagnostic each : found.getDiagnostics()) {
      if (each.getCode() != null && each.getCode().getLeft().startsWith(SYNTAX)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {
    System.err.println(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}

  private static void write(Path folder, int files, int tasks) throws IOException {
    Files.writeString(
        folder.resolve("procc.yaml"),
        "procc: v1\n"
            + "kind: Project\n"
            + "key: p\n"
            + "targets:\n"
            + "  local: { apiUrl: \"http://127.0.0.1:1\" }\n");
    Files.writeString(
        folder.resolve("calendars.yaml"),
        "procc: v1\nkind: Calendar\nkey: us\nworkdays: mon-fri\ncovers: 2024-01-01..2026-12-31\n"
            + "holidays:\n  - { date: 2024-12-25, name: Christmas }\n  - 2025-01-01\n");
    Files.writeString(
        folder.resolve("people.yaml"),
        "procc: v1\nkind: People\nkey: people\npeople:\n  ana: { id: u1, name: Ana }\n"
            + "  ben: { id: u2, name: Ben }\n");
    StringBuilder keys = new StringBuilder();
    for (int file = 0; file < files; file++) {
      keys.append(file == 0 ? "" : ", ").append("p").append(file);
      Files.writeString(folder.resolve("p" + file + ".process.yaml"), process(file, tasks));
    }
    Files.writeString(
        folder.resolve("2024-Q4.period.yaml"),
        "procc: v1\nkind: Period\nkey: 2024-Q4\nstatus: open\nprocesses: [" + keys + "]\n");
  }

  private static String process(int file, int tasks) {
    StringBuilder text = new StringBuilder("procc: v1\nkind: Process\nkey: p" + file);
    text.append("\nname: \"{{ period.label }} close ").append(file).append("\"\n");
    text.append("calendar: us\nbusinessStartDate: period.start\n");
    text.append("businessEndDate: last business day of month after period\ndueDate: WD15\n");
    text.append("autoClose: true\ncertAutoApprove: false\nrelativeDates: false\n");
    text.append("defaults:\n  approver: ben\n  approverDueDate: dueDate + 2bd\n");
    text.append("root:\n  name: Work\n  parallel: true\n  children:\n");
    for (int task = 0; task < tasks; task++) {
      if (task % 50 == 0) {
        text.append("    - group: g").append(task / 50).append("\n      name: Group ");
        text.append(task / 50).append("\n      parallel: true\n      children:\n");
      }
      text.append("        - sendTask: t").append(task).append("\n          title: Task ");
      text.append(task).append(" of {{ period.label }}\n          assignee: ana\n");
      text.append("          dueDate: WD3\n");
    }
    return text.toString();
  }

  /// Positions in UTF-16 of a text with `\n`.
  private static final class LspPositions {
    private LspPositions() {}

    static Position position(CharSequence text, int offset) {
      int line = 0;
      int start = 0;
      for (int at = 0; at < offset; at++) {
        if (text.charAt(at) == '\n') {
          line++;
          start = at + 1;
        }
      }
      return new Position(line, offset - start);
    }
  }
}
