package dev.procc.app.review;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.Version;
import dev.procc.app.connection.NetworkSettings;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.live.codehost.CodeHost;
import dev.procc.live.codehost.GithubHost;
import dev.procc.live.codehost.GitlabHost;
import dev.procc.live.codehost.HostSettings;
import dev.procc.live.http.ApiOrigin;
import dev.procc.live.http.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The context of a CI job: its host, repository, commit and request. All of it comes from
/// variables that the host sets; nothing comes from the project.
final class ReviewContext {
  /// The names of hosts, as values of `--host`.
  static final List<String> HOSTS = List.of("github", "gitlab");

  private static final String HEADS = "refs/heads/";

  private final HostEnvironment env;
  private final boolean gitlab;
  private final Json.Obj event;

  private ReviewContext(HostEnvironment env, boolean gitlab, Json.Obj event) {
    this.env = env;
    this.gitlab = gitlab;
    this.event = event;
  }

  /// @param hostName `github` or `gitlab`; null to detect it from the environment
  static ReviewContext of(HostEnvironment env, @Nullable String hostName) throws Failure {
    String host = hostName;
    if (host == null) {
      boolean github = env.variable("GITHUB_REPOSITORY") != null;
      boolean gitlab = env.variable("CI_PROJECT_ID") != null;
      if (github == gitlab) {
        throw Failure.error(
            github
                ? "the environment is one of GitHub and of GitLab"
                : "this is not a job of GitHub or GitLab: neither GITHUB_REPOSITORY nor"
                    + " CI_PROJECT_ID is set",
            "add --host github or --host gitlab, and set what that host sets in its jobs");
      }
      host = github ? "github" : "gitlab";
    }
    boolean gitlab = host.equals("gitlab");
    String eventFile = gitlab ? null : env.variable("GITHUB_EVENT_PATH");
    return new ReviewContext(
        env, gitlab, eventFile == null ? Json.Obj.EMPTY : event(env.resolve(eventFile)));
  }

  private static Json.Obj event(Path file) throws Failure {
    try {
      return JsonReader.read(InputFile.text(file, InputFile.DATA_LIMIT)) instanceof Json.Obj event
          ? event
          : Json.Obj.EMPTY;
    } catch (IOException e) {
      throw Failure.error(
          "cannot read the event \"" + file + "\": " + IoMessages.describe(e),
          "GITHUB_EVENT_PATH names it");
    } catch (JsonException e) {
      throw Failure.error("the event \"" + file + "\" is not JSON", "GITHUB_EVENT_PATH names it");
    }
  }

  boolean isGitlab() {
    return gitlab;
  }

  /// Opens the host. Nothing is sent before the first call.
  CodeHost open(Sleeper sleeper, Consumer<String> notes) throws Failure {
    String name = gitlab ? "GitLab" : "GitHub";
    String token = required(gitlab ? "GITLAB_TOKEN" : "GITHUB_TOKEN", tokenHint());
    URI base =
        gitlab
            ? address("CI_API_V4_URL", "https://gitlab.com/api/v4")
            : address("GITHUB_API_URL", "https://api.github.com");
    HostSettings settings =
        new HostSettings(
            name,
            base,
            repository(),
            gitlab ? "PRIVATE-TOKEN" : "Authorization",
            gitlab ? token : "Bearer " + token,
            new HostSettings.Route(
                NetworkSettings.proxy(env),
                Optional.ofNullable(NetworkSettings.authorityFile(env)),
                HostSettings.TIMEOUT),
            "procc/" + Version.PROCC);
    try {
      return gitlab
          ? new GitlabHost(settings, env.clock(), sleeper, notes)
          : new GithubHost(
              settings,
              address("GITHUB_GRAPHQL_URL", graphqlOf(base)),
              env.clock(),
              sleeper,
              notes);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw Failure.error(name + " cannot be reached: " + e.getMessage(), "see PROCC_CA_FILE");
    }
  }

  private String tokenHint() {
    return gitlab
        ? "make a project access token with the scope api, and a masked variable of it; the job"
            + " token of GitLab may not comment"
        : "in the job: env: GITHUB_TOKEN: ${{ github.token }}";
  }

  private static String graphqlOf(URI base) {
    String api = base.toString();
    return (api.endsWith("/v3") ? api.substring(0, api.length() - 2) : api + "/") + "graphql";
  }

  private String required(String variable, String hint) throws Failure {
    String value = env.variable(variable);
    if (value == null
        || value.isBlank()
        || !value.strip().chars().allMatch(c -> c > 32 && c < 127)) {
      throw Failure.error(
          variable + (value == null || value.isBlank() ? " is not set" : " is not a token"), hint);
    }
    return value.strip();
  }

  /// A URL of the host: with TLS, or of this machine.
  private URI address(String variable, String otherwise) throws Failure {
    String given = env.variable(variable);
    String text = given == null ? otherwise : given.strip();
    try {
      URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean secure = "https".equals(uri.getScheme());
      boolean local = "http".equals(uri.getScheme()) && ApiOrigin.isLoopback(uri.getHost());
      if (uri.getHost() != null && uri.getRawUserInfo() == null && (secure || local)) {
        return uri;
      }
    } catch (IllegalArgumentException noAddress) {
      // Reported below.
    }
    throw Failure.error(
        variable + " is \"" + ApiOrigin.shown(text) + "\", which gets no token",
        "write it with https://");
  }

  private String repository() throws Failure {
    String variable = gitlab ? "CI_PROJECT_ID" : "GITHUB_REPOSITORY";
    String given = env.variable(variable);
    String form = gitlab ? "[0-9]{1,18}" : "[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}";
    if (given == null || !given.matches(form) || given.contains("..")) {
      throw Failure.error(
          variable + (given == null ? " is not set" : " is \"" + given + "\""),
          gitlab ? "it is the number of the project" : "it is written owner/name");
    }
    return given;
  }

  /// The number of the job's request; null if there is none.
  @Nullable String requestNumber(@Nullable String asked) throws Failure {
    String number = asked;
    if (number == null) {
      number =
          gitlab
              ? env.variable("CI_MERGE_REQUEST_IID")
              : event
                  .obj("pull_request")
                  .flatMap(p -> p.integer("number"))
                  .map(String::valueOf)
                  .orElse(null);
    }
    if (number != null && !number.matches("[1-9][0-9]{0,17}")) {
      throw Failure.usage("\"" + number + "\" is not a number of a request", "write --pr 12");
    }
    return number;
  }

  /// The commit of a request that the job checked out; null if it is not the job's request, or the
  /// environment does not give it.
  @Nullable String headOf(String number) throws Failure {
    if (!number.equals(requestNumber(null))) {
      return null;
    }
    if (gitlab) {
      String source = env.variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA");
      return hash(source != null ? source : env.variable("CI_COMMIT_SHA"));
    }
    return hash(
        event
            .obj("pull_request")
            .flatMap(p -> p.obj("head"))
            .flatMap(head -> head.text("sha"))
            .orElse(null));
  }

  /// The branch that was pushed to; null if the environment does not give it.
  @Nullable String branch() {
    String ref = env.variable("GITHUB_REF");
    return gitlab
        ? env.variable("CI_COMMIT_BRANCH")
        : ref != null && ref.startsWith(HEADS) ? branchOf(ref) : null;
  }

  /// The commit of the job; null if the environment does not give it.
  @Nullable String commit() {
    return hash(env.variable(gitlab ? "CI_COMMIT_SHA" : "GITHUB_SHA"));
  }

  private static @Nullable String hash(@Nullable String commit) {
    return commit != null && commit.matches("[0-9a-f]{40}([0-9a-f]{24})?") ? commit : null;
  }

  /// The branch of the merge queue or train that runs the job; null if none does.
  @Nullable String queueBranch() {
    if (gitlab) {
      boolean train = "merge_train".equals(env.variable("CI_MERGE_REQUEST_EVENT_TYPE"));
      return train ? env.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME") : null;
    }
    return event
        .obj("merge_group")
        .flatMap(group -> group.text("base_ref"))
        .map(ReviewContext::branchOf)
        .orElse(null);
  }

  private static String branchOf(String ref) {
    return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
  }

  /// The commits of a push, the last one first; empty if the environment does not give them.
  List<String> pushed() {
    List<String> commits = new java.util.ArrayList<>();
    for (Json each : event.items("commits")) {
      String id = each instanceof Json.Obj pushed ? hash(pushed.text("id").orElse(null)) : null;
      if (id != null) {
        commits.addFirst(id);
      }
    }
    return commits;
  }

  /// The assignment by which commands find the ledger of the job, `PROCC_STATE=branch `; empty if
  /// it is in the folder of the project.
  String ledgerVariable() {
    String state = env.variable("PROCC_STATE");
    return state != null && state.matches("branch(:[A-Za-z0-9_.-]*)?")
        ? "PROCC_STATE=" + state + " "
        : "";
  }

  /// The way out where nobody approved a plan.
  String byHand() {
    String ledger = ledgerVariable();
    return "plan and apply it by hand: " + ledger + "procc plan, " + ledger + "procc apply";
  }

  /// The page of this CI run; empty if the environment does not give it.
  String runUrl() {
    String server = env.variable("GITHUB_SERVER_URL");
    String run = env.variable("GITHUB_RUN_ID");
    String url =
        gitlab
            ? env.variable("CI_JOB_URL")
            : server == null || run == null
                ? null
                : server + "/" + env.variable("GITHUB_REPOSITORY") + "/actions/runs/" + run;
    return url != null && url.matches("https?://[A-Za-z0-9_.:/-]{1,300}") ? url : "";
  }
}
