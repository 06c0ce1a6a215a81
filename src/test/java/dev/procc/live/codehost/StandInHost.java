package dev.procc.live.codehost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A fake GitHub or GitLab on this machine, as far as procc calls them: pages of three, faults on
/// demand, and an action before a call for tests of races.
public final class StandInHost implements AutoCloseable {
  private static final int PAGE = 3;

  private final boolean gitlab;
  private final HttpServer server;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final Map<Long, Item> items = new LinkedHashMap<>();
  private final Map<String, List<Json.Obj>> statuses = new LinkedHashMap<>();
  private final Map<Long, HostRequest> requests = new LinkedHashMap<>();
  private final Map<String, List<Long>> commits = new LinkedHashMap<>();
  private List<String> queue = List.of();
  private String login = "procc-bot";
  private long lastId = 100;
  private String prefix = "";

  /// A comment of a request, or an issue.
  ///
  /// @param request the number of the request; 0 for an issue
  public record Item(long id, long request, String author, String body, boolean open) {}

  /// A fault for the next call that a predicate accepts.
  ///
  /// @param status the status of the answer; 0 to hang up
  /// @param done whether the call is carried out first
  /// @param header the header `name: value`; empty for none
  public record Fault(
      Predicate<String> call, int status, boolean done, String body, String header, Runnable then) {
    public static Fault of(String call, int status, String body, String header) {
      return new Fault(c -> c.contains(call), status, false, body, header, () -> {});
    }

    /// A call that is carried out and whose answer is lost.
    public static Fault lost(String call, int status) {
      return new Fault(c -> c.contains(call), status, true, "<html>", "", () -> {});
    }

    /// An action directly before the call.
    public static Fault before(String call, Runnable then) {
      return new Fault(c -> c.contains(call), -1, false, "", "", then);
    }
  }

  private StandInHost(boolean gitlab) throws IOException {
    this.gitlab = gitlab;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::exchange);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static StandInHost github() throws IOException {
    return new StandInHost(false);
  }

  public static StandInHost gitlab() throws IOException {
    return new StandInHost(true);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Moves the API below a path of the server.
  public StandInHost below(String path) {
    prefix = path;
    return this;
  }

  /// The variables that the host sets in its jobs.
  public Map<String, String> variables() {
    String api = url() + prefix;
    return gitlab
        ? Map.of("CI_API_V4_URL", api, "CI_PROJECT_ID", "7", "GITLAB_TOKEN", "host-token")
        : Map.of(
            "GITHUB_API_URL",
            api,
            "GITHUB_GRAPHQL_URL",
            api.replaceFirst("/v3$", "") + "/graphql",
            "GITHUB_REPOSITORY",
            "finance/close",
            "GITHUB_TOKEN",
            "host-token");
  }

  public synchronized StandInHost request(long number, String head, boolean open) {
    HostRequest.State state = open ? HostRequest.State.OPEN : HostRequest.State.MERGED;
    return request(new HostRequest(String.valueOf(number), head, "main", state));
  }

  public synchronized StandInHost request(HostRequest request) {
    requests.put(Long.valueOf(request.number()), request);
    return this;
  }

  /// Adds a commit that was merged with these requests.
  public synchronized StandInHost commit(String hash, Long... numbers) {
    commits.put(hash, List.of(numbers));
    return this;
  }

  /// Sets the requests in the merge queue with the commit of each, `12 4f2a...`.
  public synchronized StandInHost queue(String... entries) {
    queue = List.of(entries);
    return this;
  }

  public synchronized void login(String name) {
    login = name;
  }

  public synchronized StandInHost fault(Fault fault) {
    faults.addLast(fault);
    return this;
  }

  /// Adds a comment of somebody.
  public synchronized long comment(long request, String author, String body) {
    items.put(++lastId, new Item(lastId, request, author, body, true));
    return lastId;
  }

  public synchronized void remove(long id) {
    items.remove(id);
  }

  public synchronized List<Item> comments(long request) {
    return items.values().stream().filter(i -> i.request() == request).toList();
  }

  public synchronized List<Item> openIssues() {
    return comments(0).stream().filter(Item::open).toList();
  }

  public synchronized List<Json.Obj> statuses(String commit) {
    return List.copyOf(statuses.getOrDefault(commit, List.of()));
  }

  public synchronized void status(String commit, String author, String context, String text) {
    addStatus(commit, author, context, "success", text);
  }

  private void addStatus(String commit, String by, String context, String state, String text) {
    Json.Builder status = Json.object().put("description", text);
    status.put(gitlab ? "name" : "context", context).put(gitlab ? "status" : "state", state);
    status.put(
        gitlab ? "author" : "creator",
        Json.object().put(gitlab ? "username" : "login", by).build());
    statuses.computeIfAbsent(commit, c -> new ArrayList<>()).addFirst(status.build());
  }

  /// The calls so far, each as `POST /repos/...`.
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /// Every token that was sent.
  public synchronized List<String> tokens() {
    return List.copyOf(tokens);
  }

  private synchronized void exchange(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(call);
    tokens.add(
        String.valueOf(
            exchange.getRequestHeaders().getFirst(gitlab ? "PRIVATE-TOKEN" : "Authorization")));
    Fault fault = faults.stream().filter(f -> f.call().test(call)).findFirst().orElse(null);
    if (fault != null) {
      faults.remove(fault);
      fault.then().run();
      if (fault.status() >= 0) {
        if (fault.done()) {
          carryOut(exchange, text);
        }
        if (!fault.header().isEmpty()) {
          String[] parts = fault.header().split(": ", 2);
          exchange.getResponseHeaders().add(parts[0], parts[1]);
        }
        answer(exchange, fault.status(), fault.body());
        return;
      }
    }
    Json done = carryOut(exchange, text);
    boolean created = exchange.getRequestMethod().equals("POST");
    if (done == null) {
      answer(exchange, 404, "{\"message\":\"Not Found\"}");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      answer(exchange, 204, "");
    } else {
      answer(exchange, created && !call.endsWith("/graphql") ? 201 : 200, done.write());
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    if (status == 0) {
      exchange.close();
      return;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private @Nullable Json carryOut(HttpExchange exchange, String text) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Json.Obj body = body(text);
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1];
    if (path.endsWith("/graphql")) {
      return graphql(body.text("query").orElse(""));
    }
    if (path.endsWith("/user")) {
      return gitlab ? Json.object().put("username", login).build() : null;
    }
    if (path.matches(".*/(pulls|merge_requests)/[0-9]+")) {
      HostRequest request = requests.get(Long.valueOf(last));
      return request == null ? null : json(request);
    }
    if (path.matches(".*/commits/[^/]+/(pulls|merge_requests)")) {
      List<Json.Obj> found = new ArrayList<>();
      for (Long number : commits.getOrDefault(parts[parts.length - 2], List.of())) {
        found.add(json(requests.get(number)));
      }
      return page(exchange, found);
    }
    if (path.matches(".*/merge_trains/main")) {
      List<Json.Obj> cars = new ArrayList<>();
      for (String entry : queue) {
        String[] car = entry.split(" ", 2);
        cars.add(
            Json.object()
                .put("merge_request", Json.object().put("iid", Long.parseLong(car[0])).build())
                .put("pipeline", Json.object().put("sha", car[1]).build())
                .build());
      }
      return page(exchange, cars);
    }
    if (path.contains("/statuses")) {
      String commit = last.equals("statuses") ? parts[parts.length - 2] : last;
      return exchange.getRequestMethod().equals("GET")
          ? page(exchange, statuses.getOrDefault(commit, List.of()))
          : setStatus(commit, body);
    }
    return item(exchange, path, body);
  }

  private static Json.Obj body(String text) throws IOException {
    try {
      return !text.isEmpty() && JsonReader.read(text) instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    } catch (JsonException e) {
      throw new IOException(e);
    }
  }

  private Json setStatus(String commit, Json.Obj body) {
    addStatus(
        commit,
        login,
        body.text(gitlab ? "name" : "context").orElse(""),
        body.text("state").orElse(""),
        body.text("description").orElse(""));
    return body;
  }

  private Json.Obj json(HostRequest request) {
    String state =
        switch (request.state()) {
          case OPEN -> gitlab ? "opened" : "open";
          case MERGED -> gitlab ? "merged" : "closed";
          case REJECTED -> "closed";
        };
    Json.Builder json =
        Json.object()
            .put(gitlab ? "iid" : "number", Long.parseLong(request.number()))
            .put("sha", request.head())
            .put("head", Json.object().put("sha", request.head()).build())
            .put("state", state)
            .put("base", Json.object().put("ref", request.base()).build())
            .put("target_branch", request.base());
    if (request.state() == HostRequest.State.MERGED) {
      json.put("merged_at", "2024-10-01T10:00:00Z");
    }
    return json.build();
  }

  private Json graphql(String query) {
    if (query.contains("viewer")) {
      return data("viewer", Json.object().put("login", login).build());
    }
    List<Json> nodes = new ArrayList<>();
    for (String entry : queue) {
      String[] parts = entry.split(" ", 2);
      HostRequest request = requests.get(Long.valueOf(parts[0]));
      Json pull =
          Json.object()
              .put("number", Long.parseLong(parts[0]))
              .put("headRefOid", request.head())
              .build();
      nodes.add(
          Json.object()
              .put("headCommit", Json.object().put("oid", parts[1]).build())
              .put("pullRequest", pull)
              .build());
    }
    Json entries = Json.object().put("nodes", Json.array(nodes)).build();
    Json merge = Json.object().put("entries", entries).build();
    return data("repository", Json.object().put("mergeQueue", merge).build());
  }

  private static Json data(String name, Json value) {
    return Json.object().put("data", Json.object().put(name, value).build()).build();
  }

  private @Nullable Json item(HttpExchange exchange, String path, Json.Obj body) {
    String method = exchange.getRequestMethod();
    boolean issue = path.matches(".*/issues(/[0-9]+)?");
    String[] parts = path.split("/", -1);
    long request = issue ? 0 : gitlab ? number(parts, "merge_requests") : number(parts, "issues");
    String said = body.text("body").or(() -> body.text("description")).orElse("");
    boolean one = !issue && !gitlab ? path.contains("/issues/comments/") : false;
    if (method.equals("POST")) {
      return json(new Item(comment(request, login, said), request, login, said, true));
    }
    if (method.equals("GET")) {
      List<Json.Obj> found = new ArrayList<>();
      comments(request).stream().filter(Item::open).forEach(i -> found.add(json(i)));
      return page(exchange, found);
    }
    long id = one ? number(parts, "comments") : Long.parseLong(parts[parts.length - 1]);
    Item old = items.get(id);
    if (old == null) {
      return null;
    }
    if (method.equals("DELETE")) {
      items.remove(id);
      return Json.NULL;
    }
    boolean closes = body.has("state") || body.has("state_event");
    String now = closes ? old.body() : said;
    items.put(id, new Item(id, old.request(), old.author(), now, old.open() && !closes));
    return json(items.get(id));
  }

  private static long number(String[] parts, String after) {
    for (int i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equals(after) && parts[i + 1].matches("[0-9]+")) {
        return Long.parseLong(parts[i + 1]);
      }
    }
    return 0;
  }

  private Json.Obj json(Item item) {
    String url = "https://host.example/" + item.request() + "#" + item.id();
    Json author = Json.object().put(gitlab ? "username" : "login", item.author()).build();
    return Json.object()
        .put("id", item.id())
        .put("number", item.id())
        .put("iid", item.id())
        .put(gitlab ? "author" : "user", author)
        .put("body", item.body())
        .put("description", item.body())
        .put(gitlab ? "web_url" : "html_url", url)
        .build();
  }

  private Json page(HttpExchange exchange, List<Json.Obj> all) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    int page =
        query.matches(".*[?&]page=[0-9]+.*|^page=[0-9]+.*")
            ? Integer.parseInt(query.replaceAll(".*\\bpage=([0-9]+).*", "$1"))
            : 1;
    int from = Math.min(all.size(), (page - 1) * PAGE);
    int to = Math.min(all.size(), page * PAGE);
    if (to < all.size()) {
      String path = exchange.getRequestURI().getPath();
      String next = url() + path + "?per_page=3&page=" + (page + 1);
      String links = "<" + url() + path + ">; rel=\"first\", <" + next + ">; rel=\"next\"";
      exchange.getResponseHeaders().add("Link", links);
    }
    return Json.array(all.subList(from, to));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
