package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostBoard.HostStyle;
import dev.procc.live.codehost.HostBoard.PostPlace;
import dev.procc.live.codehost.HostClient.HostCall;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A project on GitLab, where comments of a merge request are its notes.
public final class GitlabHost implements CodeHost {
  private static final HostStyle STYLE =
      new HostStyle(CommentForm.GITLAB, "author", "username", "web_url", "PUT");
  private static final String SCOPE = "the scope api and the role Developer in the project";

  private final HostSettings settings;
  private final HostClient client;
  private final String project;

  public GitlabHost(HostSettings settings, Clock clock, Sleeper sleeper, Consumer<String> notes)
      throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.client = new HostClient(settings, new HostClient.Waiting(clock, sleeper, notes));
    this.project = "/projects/" + settings.repository();
  }

  @Override
  public String login() throws CodeHostException {
    return client
        .object(HostCall.get("/user", SCOPE))
        .text("username")
        .orElseThrow(() ->
            new CodeHostException(Kind.REFUSED, "GitLab does not say whose the token is", null));
  }

  @Override
  public Board comments(String number) {
    String notes = project + "/merge_requests/" + number + "/notes";
    PostPlace place =
        new PostPlace(
            "merge request " + number + " of project " + settings.repository(),
            notes,
            "?sort=asc&order_by=created_at&per_page=100",
            notes + "/",
            "id",
            "body",
            SCOPE);
    return new HostBoard(client, STYLE, place, Json.Obj.EMPTY, null);
  }

  @Override
  public Board issues(String title) {
    PostPlace place =
        new PostPlace(
            "the issues of project " + settings.repository(),
            project + "/issues",
            "?state=opened&order_by=created_at&sort=asc&per_page=100",
            project + "/issues/",
            "iid",
            "description",
            SCOPE);
    Json.Obj added = Json.object().put("title", title).build();
    return new HostBoard(
        client, STYLE, place, added, Json.object().put("state_event", "close").build());
  }

  @Override
  public HostRequest request(String number) throws CodeHostException {
    return request(client.object(HostCall.get(project + "/merge_requests/" + number, SCOPE)));
  }

  private static HostRequest request(Json.Obj merge) {
    return new HostRequest(
        merge.integer("iid").map(String::valueOf).orElse(""),
        merge.text("sha").orElse(""),
        merge.text("target_branch").orElse(""),
        switch (merge.text("state").orElse("")) {
          case "opened" -> HostRequest.State.OPEN;
          case "closed" -> HostRequest.State.REJECTED;
          default -> HostRequest.State.MERGED; // or about to be: locked
        });
  }

  @Override
  public List<HostRequest> requestsOf(String commit) throws CodeHostException {
    List<HostRequest> requests = new ArrayList<>();
    String path = project + "/repository/commits/" + commit + "/merge_requests?per_page=100";
    for (Json.Obj merge : client.pages(path, SCOPE)) {
      requests.add(request(merge));
    }
    return requests;
  }

  /// A merge train, the oldest request first, each with a pipeline of what it makes with those
  /// before.
  @Override
  public List<HostRequest> queued(String branch, String commit) throws CodeHostException {
    String train = URLEncoder.encode(branch, StandardCharsets.UTF_8).replace("+", "%20");
    String path = project + "/merge_trains/" + train + "?scope=active&sort=asc&per_page=100";
    List<String> before = new ArrayList<>();
    for (Json.Obj car : client.pages(path, SCOPE)) {
      car.obj("merge_request")
          .flatMap(merge -> merge.integer("iid"))
          .ifPresent(number -> before.add(String.valueOf(number)));
      if (car.obj("pipeline").flatMap(p -> p.text("sha")).orElse("").equals(commit)) {
        List<HostRequest> requests = new ArrayList<>();
        for (String number : before) {
          requests.add(request(number));
        }
        return requests;
      }
    }
    return List.of();
  }

  @Override
  public void setStatus(String commit, CommitStatus status) throws CodeHostException {
    Json.Builder body =
        Json.object()
            .put("state", status.succeeded() ? "success" : "failed")
            .put("name", status.context())
            .put("description", status.description());
    if (!status.url().isEmpty()) {
      body.put("target_url", status.url());
    }
    // Repeatable, since the same status twice means the same.
    client.call(new HostCall("POST", project + "/statuses/" + commit, body.build(), true, SCOPE));
  }

  @Override
  public List<CommitStatus> statuses(String commit) throws CodeHostException {
    List<CommitStatus> statuses = new ArrayList<>();
    String path =
        project + "/repository/commits/" + commit + "/statuses?all=true&sort=desc&per_page=100";
    for (Json.Obj each : client.newestFirst(path, SCOPE)) {
      statuses.add(
          new CommitStatus(
              each.text("name").orElse(""),
              each.text("status").orElse("").equals("success"),
              each.text("description").orElse(""),
              each.text("target_url").orElse(""),
              each.obj("author").flatMap(a -> a.text("username")).orElse("")));
    }
    return statuses;
  }

  @Override
  public void close() {
    client.close();
  }
}
