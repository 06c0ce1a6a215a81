package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostClient.HostCall;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A project of GitLab: comments of a merge request are its notes.
public final class GitlabHost implements CodeHost {
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
    return object(HostCall.get("/user", SCOPE))
        .text("username")
        .orElseThrow(() ->
            new CodeHostException(Kind.REFUSED, "GitLab does not say whose the token is", null));
  }

  @Override
  public Board comments(String number) {
    return new Notes(number);
  }

  @Override
  public Board issues(String title) {
    return new Issues(title);
  }

  @Override
  public HostRequest request(String number) throws CodeHostException {
    return request(object(HostCall.get(project + "/merge_requests/" + number, SCOPE)));
  }

  private static HostRequest request(Json.Obj merge) {
    return new HostRequest(
        merge.integer("iid").map(String::valueOf).orElse(""),
        merge.text("sha").orElse(""),
        merge.text("state").orElse("").equals("opened"));
  }

  @Override
  public List<HostRequest> requestsOf(String commit) throws CodeHostException {
    List<HostRequest> requests = new ArrayList<>();
    String path = project + "/repository/commits/" + commit + "/merge_requests?per_page=100";
    for (Json.Obj merge : client.pages(path, SCOPE)) {
      if (!merge.text("state").orElse("").equals("closed")) {
        requests.add(request(merge));
      }
    }
    return requests;
  }

  /// A merge train runs for its merge request: its pipeline has the number.
  @Override
  public List<HostRequest> queued(String branch, String commit) {
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
    // The same status twice says the same.
    client.call(new HostCall("POST", project + "/statuses/" + commit, body.build(), true, SCOPE));
  }

  @Override
  public List<CommitStatus> statuses(String commit) throws CodeHostException {
    List<CommitStatus> statuses = new ArrayList<>();
    String path =
        project + "/repository/commits/" + commit + "/statuses?all=true&sort=desc&per_page=100";
    for (Json.Obj each : client.pages(path, SCOPE)) {
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

  private Json.Obj object(HostCall call) throws CodeHostException {
    if (client.call(call) instanceof Json.Obj object) {
      return object;
    }
    throw new CodeHostException(
        Kind.LOST, "GitLab answered " + call.path() + " with no object", null);
  }

  private static Post post(Json.Obj json, String id, String body) {
    return new Post(
        json.integer(id).map(String::valueOf).orElse(""),
        json.obj("author").flatMap(author -> author.text("username")).orElse(""),
        json.text(body).orElse(""),
        json.text("web_url").orElse(""));
  }

  private final class Notes implements Board {
    private final String number;

    Notes(String number) {
      this.number = number;
    }

    @Override
    public String name() {
      return "merge request " + number + " of project " + settings.repository();
    }

    @Override
    public int maxBytes() {
      return CommentForm.GITLAB.maxBytes();
    }

    private String path() {
      return project + "/merge_requests/" + number + "/notes";
    }

    private String path(Post post) {
      return path() + "/" + post.id();
    }

    @Override
    public List<Post> posts() throws CodeHostException {
      List<Post> posts = new ArrayList<>();
      String path = path() + "?sort=asc&order_by=created_at&per_page=100";
      for (Json.Obj each : client.pages(path, SCOPE)) {
        if (!each.flag("system", false)) {
          posts.add(post(each, "id", "body"));
        }
      }
      return posts;
    }

    @Override
    public Post create(String text) throws CodeHostException {
      return write("POST", path(), text);
    }

    @Override
    public Post update(Post post, String text) throws CodeHostException {
      return write("PUT", path(post), text);
    }

    private Post write(String method, String path, String text) throws CodeHostException {
      Json body = Json.object().put("body", text).build();
      return post(
          object(new HostCall(method, path, body, method.equals("PUT"), SCOPE)), "id", "body");
    }

    @Override
    public void remove(Post post) throws CodeHostException {
      GithubHost.removeOnce(client, new HostCall("DELETE", path(post), null, true, SCOPE));
    }
  }

  private final class Issues implements Board {
    private final String title;

    Issues(String title) {
      this.title = title;
    }

    @Override
    public String name() {
      return "the issues of project " + settings.repository();
    }

    @Override
    public int maxBytes() {
      return CommentForm.GITLAB.maxBytes();
    }

    @Override
    public List<Post> posts() throws CodeHostException {
      List<Post> posts = new ArrayList<>();
      String path = project + "/issues?state=opened&order_by=created_at&sort=asc&per_page=100";
      for (Json.Obj each : client.pages(path, SCOPE)) {
        posts.add(post(each, "iid", "description"));
      }
      return posts;
    }

    @Override
    public Post create(String text) throws CodeHostException {
      Json issue = Json.object().put("title", title).put("description", text).build();
      HostCall call = new HostCall("POST", project + "/issues", issue, false, SCOPE);
      return post(object(call), "iid", "description");
    }

    @Override
    public Post update(Post post, String text) throws CodeHostException {
      Json issue = Json.object().put("description", text).build();
      return post(object(change(post, issue)), "iid", "description");
    }

    @Override
    public void remove(Post post) throws CodeHostException {
      Json closed = Json.object().put("state_event", "close").build();
      GithubHost.removeOnce(client, change(post, closed));
    }

    private HostCall change(Post post, Json body) {
      return new HostCall("PUT", project + "/issues/" + post.id(), body, true, SCOPE);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
