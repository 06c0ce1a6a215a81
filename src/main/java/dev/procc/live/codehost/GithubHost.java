package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostBoard.HostStyle;
import dev.procc.live.codehost.HostBoard.PostPlace;
import dev.procc.live.codehost.HostClient.HostCall;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A repository on GitHub, where comments of a pull request are those of its issue.
public final class GithubHost implements CodeHost {
  private static final HostStyle STYLE =
      new HostStyle(CommentForm.GITHUB, "user", "login", "html_url", "PATCH");
  private static final String COMMENTS = "permissions: pull-requests: write";
  private static final String ISSUES = "permissions: issues: write";
  private static final String STATUSES = "permissions: statuses: write";
  private static final String READ = "permissions: pull-requests: read";

  private final HostSettings settings;
  private final URI graphql;
  private final HostClient client;
  private final String repository;

  /// @param graphql the URL of the GraphQL API
  public GithubHost(
      HostSettings settings, URI graphql, Clock clock, Sleeper sleeper, Consumer<String> notes)
      throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.graphql = graphql;
    this.client = new HostClient(settings, new HostClient.Waiting(clock, sleeper, notes));
    this.repository = "/repos/" + settings.repository();
  }

  /// Asks GraphQL, since `GET /user` is forbidden to the token of a workflow.
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
    // GraphQL reports errors with status 200, in the body.
    HostCall call = new HostCall("POST", graphql.toString(), body, true, READ);
    Json.Obj answer = client.object(call);
    return answer
        .obj("data")
        .filter(data -> answer.items("errors").isEmpty())
        .orElseThrow(() -> client.refused("GitHub's GraphQL API gave no data", answer, READ));
  }

  @Override
  public Board comments(String number) {
    PostPlace place =
        new PostPlace(
            "pull request " + number + " of " + settings.repository(),
            repository + "/issues/" + number + "/comments",
            "?per_page=100",
            repository + "/issues/comments/",
            "id",
            "body",
            COMMENTS);
    return new HostBoard(client, STYLE, place, Json.Obj.EMPTY, null);
  }

  @Override
  public Board issues(String title) {
    PostPlace place =
        new PostPlace(
            "the issues of " + settings.repository(),
            repository + "/issues",
            "?state=open&sort=created&direction=asc&per_page=100",
            repository + "/issues/",
            "number",
            "body",
            ISSUES);
    Json.Obj added = Json.object().put("title", title).build();
    return new HostBoard(client, STYLE, place, added, Json.object().put("state", "closed").build());
  }

  @Override
  public HostRequest request(String number) throws CodeHostException {
    return request(client.object(HostCall.get(repository + "/pulls/" + number, READ)));
  }

  private static HostRequest request(Json.Obj pull) {
    return new HostRequest(
        pull.integer("number").map(String::valueOf).orElse(""),
        pull.obj("head").flatMap(head -> head.text("sha")).orElse(""),
        pull.obj("base").flatMap(base -> base.text("ref")).orElse(""),
        pull.text("state").orElse("").equals("open")
            ? HostRequest.State.OPEN
            : pull.text("merged_at").isPresent()
                ? HostRequest.State.MERGED
                : HostRequest.State.REJECTED);
  }

  @Override
  public List<HostRequest> requestsOf(String commit) throws CodeHostException {
    List<HostRequest> requests = new ArrayList<>();
    String path = repository + "/commits/" + commit + "/pulls?per_page=100";
    for (Json.Obj pull : client.pages(path, READ)) {
      requests.add(request(pull));
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
                branch,
                HostRequest.State.OPEN));
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
    // Repeatable, since the same status twice means the same.
    client.call(
        new HostCall("POST", repository + "/statuses/" + commit, body.build(), true, STATUSES));
  }

  @Override
  public List<CommitStatus> statuses(String commit) throws CodeHostException {
    List<CommitStatus> statuses = new ArrayList<>();
    String path = repository + "/commits/" + commit + "/statuses?per_page=100";
    for (Json.Obj each : client.newestFirst(path, "permissions: statuses: read")) {
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

  @Override
  public void close() {
    client.close();
  }
}
