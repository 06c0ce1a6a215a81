package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostClient.HostCall;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A repository of GitHub: comments of a pull request are those of its issue.
public final class GithubHost implements CodeHost {
  private static final String COMMENTS = "permissions: pull-requests: write";
  private static final String ISSUES = "permissions: issues: write";
  private static final String STATUSES = "permissions: statuses: write";
  private static final String READ = "permissions: pull-requests: read";

  private final HostSettings settings;
  private final URI graphql;
  private final HostClient client;
  private final String repository;

  /// @param graphql the address of the GraphQL API
  public GithubHost(
      HostSettings settings, URI graphql, Clock clock, Sleeper sleeper, Consumer<String> notes)
      throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.graphql = graphql;
    this.client = new HostClient(settings, new HostClient.Waiting(clock, sleeper, notes));
    this.repository = "/repos/" + settings.repository();
  }

  /// Asked of GraphQL: `GET /user` is forbidden to the token of a workflow.
  @Override
  public String login() throws CodeHostException {
    Json.Obj answer = query("query { viewer { login } }", Json.Obj.EMPTY);
    return answer
        .obj("viewer")
        .flatMap(viewer -> viewer.text("login"))
        .orElseThrow(() ->
            new CodeHostException(Kind.REFUSED, "GitHub does not say whose the token is", null));
  }

  private Json.Obj query(String query, Json.Obj variables) throws CodeHostException {
    Json body = Json.object().put("query", query).put("variables", variables).build();
    Json answer = client.call(new HostCall("POST", graphql.toString(), body, true, READ));
    if (answer instanceof Json.Obj object && object.obj("data").isPresent()) {
      return object.obj("data").get();
    }
    throw new CodeHostException(Kind.REFUSED, "GitHub's GraphQL API gave no data", null);
  }

  @Override
  public Board comments(String number) {
    return new Comments(number);
  }

  @Override
  public Board issues(String title) {
    return new Issues(title);
  }

  @Override
  public HostRequest request(String number) throws CodeHostException {
    return request(object(HostCall.get(repository + "/pulls/" + number, READ)));
  }

  private static HostRequest request(Json.Obj pull) {
    return new HostRequest(
        pull.integer("number").map(String::valueOf).orElse(""),
        pull.obj("head").flatMap(head -> head.text("sha")).orElse(""),
        pull.text("state").orElse("").equals("open"));
  }

  @Override
  public List<HostRequest> requestsOf(String commit) throws CodeHostException {
    List<HostRequest> requests = new ArrayList<>();
    String path = repository + "/commits/" + commit + "/pulls?per_page=100";
    for (Json.Obj pull : client.pages(path, READ)) {
      boolean closedUnmerged =
          pull.text("state").orElse("").equals("closed") && pull.text("merged_at").isEmpty();
      if (!closedUnmerged) {
        requests.add(request(pull));
      }
    }
    return requests;
  }

  @Override
  public List<HostRequest> queued(String branch, String commit) throws CodeHostException {
    int slash = settings.repository().indexOf('/');
    Json.Obj variables =
        Json.object()
            .put("owner", settings.repository().substring(0, Math.max(0, slash)))
            .put("name", settings.repository().substring(slash + 1))
            .put("branch", branch)
            .build();
    Json.Obj data =
        query(
            "query($owner: String!, $name: String!, $branch: String!) {"
                + " repository(owner: $owner, name: $name) { mergeQueue(branch: $branch) {"
                + " entries(first: 100) { nodes { position headCommit { oid }"
                + " pullRequest { number headRefOid } } } } } }",
            variables);
    List<Json> nodes =
        data.obj("repository")
            .flatMap(r -> r.obj("mergeQueue"))
            .flatMap(q -> q.obj("entries"))
            .map(entries -> entries.items("nodes"))
            .orElse(List.of());
    List<HostRequest> before = new ArrayList<>();
    for (Json node : nodes) {
      if (node instanceof Json.Obj entry && entry.obj("pullRequest").isPresent()) {
        Json.Obj pull = entry.obj("pullRequest").get();
        before.add(
            new HostRequest(
                pull.integer("number").map(String::valueOf).orElse(""),
                pull.text("headRefOid").orElse(""),
                true));
        if (entry.obj("headCommit").flatMap(h -> h.text("oid")).orElse("").equals(commit)) {
          return before;
        }
      }
    }
    return List.of();
  }

  @Override
  public void setStatus(String commit, CommitStatus status) throws CodeHostException {
    Json.Builder body =
        Json.object()
            .put("state", status.succeeded() ? "success" : "failure")
            .put("context", status.context())
            .put("description", status.description());
    if (!status.url().isEmpty()) {
      body.put("target_url", status.url());
    }
    // The same status twice says the same.
    client.call(
        new HostCall("POST", repository + "/statuses/" + commit, body.build(), true, STATUSES));
  }

  @Override
  public List<CommitStatus> statuses(String commit) throws CodeHostException {
    List<CommitStatus> statuses = new ArrayList<>();
    String path = repository + "/commits/" + commit + "/statuses?per_page=100";
    for (Json.Obj each : client.pages(path, "permissions: statuses: read")) {
      statuses.add(
          new CommitStatus(
              each.text("context").orElse(""),
              each.text("state").orElse("").equals("success"),
              each.text("description").orElse(""),
              each.text("target_url").orElse(""),
              each.obj("creator").flatMap(c -> c.text("login")).orElse("")));
    }
    return statuses;
  }

  private Json.Obj object(HostCall call) throws CodeHostException {
    if (client.call(call) instanceof Json.Obj object) {
      return object;
    }
    throw new CodeHostException(
        Kind.LOST, "GitHub answered " + call.path() + " with no object", null);
  }

  private static Post post(Json.Obj json, String id) {
    return new Post(
        json.integer(id).map(String::valueOf).orElse(""),
        json.obj("user").flatMap(user -> user.text("login")).orElse(""),
        json.text("body").orElse(""),
        json.text("html_url").orElse(""));
  }

  private static Json body(String text) {
    return Json.object().put("body", text).build();
  }

  private final class Comments implements Board {
    private final String number;

    Comments(String number) {
      this.number = number;
    }

    @Override
    public String name() {
      return "pull request " + number + " of " + settings.repository();
    }

    @Override
    public int maxBytes() {
      return CommentForm.GITHUB.maxBytes();
    }

    private String path() {
      return repository + "/issues/" + number + "/comments";
    }

    private String path(Post post) {
      return repository + "/issues/comments/" + post.id();
    }

    @Override
    public List<Post> posts() throws CodeHostException {
      List<Post> posts = new ArrayList<>();
      for (Json.Obj each : client.pages(path() + "?per_page=100", COMMENTS)) {
        posts.add(post(each, "id"));
      }
      return posts;
    }

    @Override
    public Post create(String text) throws CodeHostException {
      return post(object(new HostCall("POST", path(), body(text), false, COMMENTS)), "id");
    }

    @Override
    public Post update(Post post, String text) throws CodeHostException {
      return post(object(new HostCall("PATCH", path(post), body(text), true, COMMENTS)), "id");
    }

    @Override
    public void remove(Post post) throws CodeHostException {
      removeOnce(client, new HostCall("DELETE", path(post), null, true, COMMENTS));
    }
  }

  private final class Issues implements Board {
    private final String title;

    Issues(String title) {
      this.title = title;
    }

    @Override
    public String name() {
      return "the issues of " + settings.repository();
    }

    @Override
    public int maxBytes() {
      return CommentForm.GITHUB.maxBytes();
    }

    private String path(Post post) {
      return repository + "/issues/" + post.id();
    }

    @Override
    public List<Post> posts() throws CodeHostException {
      List<Post> posts = new ArrayList<>();
      String path = repository + "/issues?state=open&sort=created&direction=asc&per_page=100";
      for (Json.Obj each : client.pages(path, ISSUES)) {
        if (each.get("pull_request") == null) {
          posts.add(post(each, "number"));
        }
      }
      return posts;
    }

    @Override
    public Post create(String text) throws CodeHostException {
      Json issue = Json.object().put("title", title).put("body", text).build();
      HostCall call = new HostCall("POST", repository + "/issues", issue, false, ISSUES);
      return post(object(call), "number");
    }

    @Override
    public Post update(Post post, String text) throws CodeHostException {
      HostCall call = new HostCall("PATCH", path(post), body(text), true, ISSUES);
      return post(object(call), "number");
    }

    @Override
    public void remove(Post post) throws CodeHostException {
      Json closed = Json.object().put("state", "closed").build();
      removeOnce(client, new HostCall("PATCH", path(post), closed, true, ISSUES));
    }
  }

  static void removeOnce(HostClient client, HostCall call) throws CodeHostException {
    try {
      client.call(call);
    } catch (CodeHostException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
