package dev.procc.app.review;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHost;
import dev.procc.live.codehost.CodeHostException;
import dev.procc.live.codehost.CommitStatus;
import dev.procc.live.codehost.HostRequest;
import dev.procc.live.codehost.Post;
import dev.procc.live.codehost.StickyPost;
import dev.procc.live.http.Sleeper;
import dev.procc.view.text.CommentMarkdown;
import dev.procc.view.text.MarkdownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The service that writes comments and statuses for reviewers, and finds what they approved.
///
/// The hash of the plan is in a commit status of ours: only the API can set one, so that no text of
/// a stranger, echoed by another job with the same login, can replace it.
public final class ReviewService implements AutoCloseable {
  /// The names of hosts.
  public static final List<String> HOSTS = ReviewContext.HOSTS;

  private static final int MAX_COMMITS = 100;
  private static final String PLAN = "plan";

  private final ReviewContext context;
  private final CodeHost host;
  private final Sleeper sleeper;
  private final String project;

  private ReviewService(ReviewContext context, CodeHost host, Sleeper sleeper, String project) {
    this.context = context;
    this.host = host;
    this.sleeper = sleeper;
    this.project = project;
  }

  /// @param hostName `github` or `gitlab`; null to detect it from the environment
  /// @param project the key of the project, which distinguishes its comments from those of others
  public static ReviewService open(
      HostEnvironment env,
      @Nullable String hostName,
      String project,
      Sleeper sleeper,
      Consumer<String> notes)
      throws Failure {
    ReviewContext context = ReviewContext.of(env, hostName);
    return new ReviewService(context, context.open(sleeper, notes), sleeper, project);
  }

  /// The result of a call.
  ///
  /// @param action `created`, `updated`, `unchanged`, `closed`, `nothing`, `superseded`
  /// @param place `pull request 12 of finance/close`
  /// @param url of its page; empty if the host does not give it
  public record ReviewResult(String action, String place, String url) {}

  /// Writes the comment of a request.
  ///
  /// @param number of the request; null for that of the job
  /// @param withStatus whether the plan's hash is set as a status of the commit
  public ReviewResult comment(String text, @Nullable String number, boolean withStatus)
      throws Failure {
    CommentMarker marker = marker(text);
    if (withStatus && marker.planHash().isEmpty()) {
      throw Failure.usage(
          "--status sets the hash of a plan, and the file is of none",
          "write the file with procc plan --md-out FILE");
    }
    String asked = context.requestNumber(number);
    if (asked == null) {
      throw Failure.error("this job runs for no request", "name one: --pr 12");
    }
    try {
      HostRequest request = host.request(asked);
      var board = host.comments(asked);
      String head = context.requestHead();
      if (!request.isOpen()) {
        throw Failure.error(board.name() + " is closed: nothing was written there", null);
      }
      if (head != null && number == null && !head.equals(request.head())) {
        return new ReviewResult("superseded", board.name(), "");
      }
      String body = fitted(marker, rest(text), board.maxBytes());
      StickyPost.WrittenPost written = sticky(board, marker).write(body);
      if (withStatus) {
        host.setStatus(head == null ? request.head() : head, status(marker, written.post().url()));
      }
      return new ReviewResult(written.action(), board.name(), written.post().url());
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  private CommitStatus status(CommentMarker marker, String url) {
    boolean refused = marker.members().flag("refused", false);
    return new CommitStatus(
        statusName(marker.target()),
        !refused,
        "plan " + marker.planHash() + (refused ? "; apply would refuse" : ""),
        url.isEmpty() ? context.runUrl() : url,
        "");
  }

  private String statusName(String target) {
    return "procc/" + (project.isEmpty() ? "" : project + "/") + target;
  }

  /// Keeps one open issue with the text, or closes it.
  ///
  /// @param text with a marker at its start
  /// @param title of an issue that is created
  /// @param open whether there is to be an issue
  public ReviewResult issue(String text, String title, boolean open) throws Failure {
    CommentMarker marker = marker(text);
    try {
      var board = host.issues(title);
      StickyPost sticky = sticky(board, marker);
      if (!open) {
        Optional<Post> closed = sticky.remove();
        return new ReviewResult(
            closed.isPresent() ? "closed" : "nothing",
            board.name(),
            closed.map(Post::url).orElse(""));
      }
      StickyPost.WrittenPost written = sticky.write(fitted(marker, rest(text), board.maxBytes()));
      return new ReviewResult(written.action(), board.name(), written.post().url());
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// Writes the outcome of the plan at the top of its comments.
  ///
  /// @param exit the exit code of the last command
  /// @param target of the plan
  public List<ReviewResult> end(int exit, String target, @Nullable String number) throws Failure {
    PlanOutcome outcome = PlanOutcome.of(exit);
    CommentMarker sought = identity(PLAN, target);
    List<ReviewResult> results = new ArrayList<>();
    try {
      for (HostRequest request : requests(number)) {
        var board = host.comments(request.number());
        StickyPost sticky = sticky(board, sought);
        Optional<Post> post = sticky.read();
        CommentMarker marker = post.map(p -> CommentMarker.of(p.body())).orElse(null);
        if (post.isEmpty() || marker == null) {
          results.add(new ReviewResult("nothing", board.name(), ""));
          continue;
        }
        if (PlanOutcome.APPLIED.word().equals(marker.members().text("outcome").orElse(""))) {
          // A second run of the job finds the plan stale, because it was applied.
          results.add(new ReviewResult("unchanged", board.name(), post.get().url()));
          continue;
        }
        String body = rest(post.get().body().replace("\r\n", "\n"));
        if (marker.members().has("outcome") && body.startsWith("**")) {
          body = body.substring(body.indexOf("\n\n") + 2);
        }
        String run = context.runUrl();
        String line =
            outcome.text() + (run.isEmpty() ? "" : " " + MarkdownText.link("This job", run) + ".");
        CommentMarker ended = marker.with("outcome", Json.of(outcome.word()));
        StickyPost.WrittenPost written =
            sticky.write(fitted(ended, line + "\n\n" + body, board.maxBytes()));
        results.add(new ReviewResult(written.action(), board.name(), written.post().url()));
      }
      return results;
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// The hashes that reviewers saw for what the job is to apply or check: that of the plan if it
  /// belongs to one request, otherwise those of its processes.
  public List<String> approved(String target, @Nullable String number) throws Failure {
    try {
      List<HostRequest> requests = requests(number);
      String login = host.login();
      Map<HostRequest, String> hashes = new LinkedHashMap<>();
      for (HostRequest request : requests) {
        hashes.put(request, planHash(request, login, target));
      }
      if (hashes.size() == 1) {
        return List.copyOf(hashes.values());
      }
      Set<String> all = new LinkedHashSet<>();
      for (Map.Entry<HostRequest, String> each : hashes.entrySet()) {
        all.addAll(processHashes(each.getKey(), each.getValue(), target));
      }
      return all.isEmpty() ? List.of(hashes.values().iterator().next()) : List.copyOf(all);
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// The last hash of ours on the commit that was to be merged.
  private String planHash(HostRequest request, String login, String target)
      throws CodeHostException, Failure {
    String name = statusName(target);
    String start = "plan ";
    for (CommitStatus status : host.statuses(request.head())) {
      if (!status.context().equals(name) || !status.author().equals(login)) {
        continue;
      }
      String text = status.description();
      int end = start.length() + 64;
      if (status.succeeded() && text.startsWith(start) && text.length() >= end) {
        String hash = text.substring(start.length(), end);
        if (hash.matches("[0-9a-f]{64}")) {
          return hash;
        }
      }
      throw Failure.refused(
          "the plan of request " + request.number() + " is one that apply would refuse",
          "its comment says why");
    }
    throw new Failure(
        Failure.Kind.STALE,
        "no plan was shown for commit " + request.head() + " of request " + request.number(),
        "procc comment --status sets \"" + name + "\" on it; plan the request again");
  }

  private List<String> processHashes(HostRequest request, String planHash, String target)
      throws CodeHostException, Failure {
    CommentMarker sought = identity(PLAN, target);
    Optional<Post> post = sticky(host.comments(request.number()), sought).read();
    CommentMarker marker = post.map(p -> CommentMarker.of(p.body())).orElse(null);
    List<String> hashes = marker == null ? List.of() : marker.processHashes(planHash);
    if (hashes.isEmpty() && !CommentMarker.isOfNothing(planHash)) {
      throw new Failure(
          Failure.Kind.STALE,
          "several requests are merged at once, and the comment of request "
              + request.number()
              + " does not hold all that was approved",
          "merge them one after the other");
    }
    return hashes;
  }

  /// The requests of the job: the named one, that of its event, those of the merge queue, or those
  /// of its commits.
  private List<HostRequest> requests(@Nullable String asked) throws CodeHostException, Failure {
    String number = context.requestNumber(asked);
    if (number != null) {
      return List.of(host.request(number));
    }
    String commit = context.commit();
    if (commit == null) {
      throw Failure.error(
          "neither a request nor a commit is known",
          "add --pr 12, or set " + (context.isGitlab() ? "CI_COMMIT_SHA" : "GITHUB_SHA"));
    }
    Map<String, HostRequest> found = new LinkedHashMap<>();
    String queue = context.queueBranch();
    if (queue != null) {
      host.queued(queue, commit).forEach(each -> found.put(each.number(), each));
    } else {
      Set<String> commits = new LinkedHashSet<>(List.of(commit));
      commits.addAll(context.pushed());
      for (String each : commits.stream().limit(MAX_COMMITS).toList()) {
        host.requestsOf(each).forEach(request -> found.put(request.number(), request));
      }
      // A request that is yet to bring the commit to another branch, such as a release branch, does
      // not count.
      if (found.values().stream().anyMatch(request -> !request.isOpen())) {
        found.values().removeIf(HostRequest::isOpen);
      }
    }
    if (found.isEmpty()) {
      throw new Failure(
          Failure.Kind.STALE,
          "no request brought commit " + commit + ": nobody approved its plan",
          "plan and apply it by hand: procc plan, procc apply");
    }
    return List.copyOf(found.values());
  }

  private CommentMarker identity(String kind, String target) {
    return new CommentMarker(
        kind, Json.object().put("project", project).put("target", target).build());
  }

  private CommentMarker marker(String text) throws Failure {
    CommentMarker marker = CommentMarker.of(text);
    if (marker == null) {
      throw Failure.usage(
          "the file does not begin with a marker of procc: it could not be found again",
          "write it with --md-out, of procc plan, impact or drift");
    }
    return marker.with("project", Json.of(project));
  }

  /// The text without its first line.
  private static String rest(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  private String fitted(CommentMarker marker, String rest, int maxBytes) {
    String whole = marker.line() + "\n" + rest;
    if (CommentMarkdown.fit(whole, maxBytes, MarkdownText.EMPTY).equals(whole)) {
      return whole;
    }
    String run = context.runUrl();
    MarkdownText note =
        MarkdownText.strong("Cut to fit in a comment")
            .plus(": ")
            .plus(MarkdownText.link("the job", run))
            .plus(" has all of it.");
    CommentMarker cut = marker.with("truncated", Json.of(true));
    return CommentMarkdown.fit(cut.line() + "\n" + rest, maxBytes, note);
  }

  private StickyPost sticky(dev.procc.live.codehost.Board board, CommentMarker marker)
      throws CodeHostException {
    return new StickyPost(
        board,
        host.login(),
        body -> {
          CommentMarker other = CommentMarker.of(body);
          return other != null && other.isSame(marker);
        },
        sleeper);
  }

  private static Failure failure(CodeHostException e) {
    return Failure.error(e.getMessage(), e.hint());
  }

  @Override
  public void close() {
    host.close();
  }
}
