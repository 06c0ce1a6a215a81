package dev.procc.app.review;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.base.json.Json;
import dev.procc.base.text.ShellWord;
import dev.procc.live.codehost.CodeHost;
import dev.procc.live.codehost.CodeHostException;
import dev.procc.live.codehost.CommitStatus;
import dev.procc.live.codehost.HostRequest;
import dev.procc.live.codehost.Post;
import dev.procc.live.codehost.StickyPost;
import dev.procc.live.http.Sleeper;
import dev.procc.view.plan.facts.PlanValidity;
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
/// a stranger, echoed by another job with the same login, can replace it. It approves what the
/// comment shows, and nothing else.
public final class ReviewService implements AutoCloseable {
  /// The names of hosts.
  public static final List<String> HOSTS = ReviewContext.HOSTS;

  private static final String PLAN = "plan";
  private static final String COMMIT = "\nOf commit ";
  private static final String SUPERSEDED = "superseded";

  private final ReviewContext context;
  private final CodeHost host;
  private final Sleeper sleeper;
  private final String project;
  private @Nullable String login;

  private ReviewService(ReviewContext context, CodeHost host, Sleeper sleeper, String project) {
    this.context = context;
    this.host = host;
    this.sleeper = sleeper;
    this.project = project;
  }

  /// @param hostName `github` or `gitlab`; null to detect it from the environment
  /// @param project the folder of the project in its repository, which distinguishes its comments
  ///   from those of others
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
  /// @param action `created`, `updated`, `unchanged`, `closed`, `nothing`, or `superseded` by a
  ///   newer commit
  /// @param place `pull request 12 of finance/close`
  /// @param url of its page; empty if the host does not give it
  public record ReviewResult(String action, String place, String url) {}

  /// Writes the comment of a request.
  ///
  /// @param number of the request; null for that of the job
  /// @param withStatus whether the plan's hash is set as a status of the commit; of a text without
  ///   a plan, that there is none
  public ReviewResult comment(String text, @Nullable String number, boolean withStatus)
      throws Failure {
    CommentMarker marker = marker(text);
    if (withStatus && !marker.kind().equals(PLAN)) {
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
      String head = context.headOf(asked);
      if (!request.isOpen()) {
        throw Failure.error(board.name() + " is closed: nothing was written there", null);
      }
      String body = fitted(marker, rest(text), board.maxBytes(), commitLine(head));
      StickyPost.WrittenPost written =
          sticky(board, marker).write(body, () -> isHead(head, host.request(asked)));
      boolean named = !marker.target().isEmpty();
      if (withStatus && named && !written.action().equals(SUPERSEDED)) {
        host.setStatus(head == null ? request.head() : head, status(marker, written.post().url()));
      }
      return new ReviewResult(written.action(), board.name(), written.post().url());
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// Whether a request still has the commit that the job is about, as far as that is known.
  private static boolean isHead(@Nullable String head, HostRequest request) {
    return head == null || head.equals(request.head());
  }

  /// The line that says of which commit a comment is; empty if that is not known.
  private static String commitLine(@Nullable String head) {
    return head == null ? "" : COMMIT + head + ".\n";
  }

  private CommitStatus status(CommentMarker marker, String url) {
    boolean refused = marker.members().flag("refused", false);
    boolean planned = !marker.planHash().isEmpty();
    return new CommitStatus(
        statusName(marker.target()),
        planned && !refused,
        planned ? "plan " + marker.planHash() + (refused ? "; apply would refuse" : "") : "no plan",
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
      String body = fitted(marker, rest(text), board.maxBytes(), "");
      StickyPost.WrittenPost written = sticky.write(body, () -> true);
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
      for (HostRequest request : JobRequests.find(context, host, number)) {
        results.add(end(outcome, sought, request));
      }
      return results;
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  private ReviewResult end(PlanOutcome outcome, CommentMarker sought, HostRequest request)
      throws CodeHostException, Failure {
    var board = host.comments(request.number());
    StickyPost sticky = sticky(board, sought);
    Optional<Post> post = sticky.read();
    CommentMarker marker = post.map(p -> CommentMarker.of(p.body())).orElse(null);
    if (post.isEmpty() || marker == null) {
      return new ReviewResult("nothing", board.name(), "");
    }
    if (!isHead(context.headOf(request.number()), request)) {
      return new ReviewResult(SUPERSEDED, board.name(), "");
    }
    if (!outcome.mayReplace(marker.members().text("outcome").orElse(""))) {
      return new ReviewResult("unchanged", board.name(), post.get().url());
    }
    String body = rest(post.get().body().replace("\r\n", "\n"));
    if (marker.members().has("outcome") && body.startsWith("**")) {
      body = body.substring(body.indexOf("\n\n") + 2);
    }
    int commit = body.lastIndexOf(COMMIT);
    String end = commit < 0 || body.length() - commit > 90 ? "" : body.substring(commit);
    body = PlanValidity.afterMerge(body.substring(0, body.length() - end.length()));
    String run = context.runUrl();
    String place = project.matches("[\\w./ -]+") ? " -C " + ShellWord.quoted(project) : "";
    String target = marker.target().isEmpty() ? "" : " --target " + marker.target();
    String line =
        outcome.text(context.ledgerVariable(), place + target)
            + (run.isEmpty() ? "" : " " + MarkdownText.link("This job", run) + ".");
    CommentMarker ended = marker.with("outcome", Json.of(outcome.word()));
    StickyPost.WrittenPost written =
        sticky.write(fitted(ended, line + "\n\n" + body, board.maxBytes(), end), () -> true);
    return new ReviewResult(written.action(), board.name(), written.post().url());
  }

  /// The hashes that reviewers saw for what the job is to apply or check: that of the plan if it
  /// belongs to one request, otherwise those of its processes.
  public List<String> approved(String target, @Nullable String number) throws Failure {
    try {
      List<HostRequest> requests = JobRequests.find(context, host, number);
      Map<HostRequest, CommentMarker> shown = new LinkedHashMap<>();
      for (HostRequest request : requests) {
        shown.put(request, shown(request, planHash(request, target), target));
      }
      String first = shown.values().iterator().next().planHash();
      if (shown.size() == 1) {
        return List.of(first);
      }
      Set<String> all = new LinkedHashSet<>();
      for (Map.Entry<HostRequest, CommentMarker> each : shown.entrySet()) {
        all.addAll(processHashes(each.getKey(), each.getValue()));
      }
      return all.isEmpty() ? List.of(first) : List.copyOf(all);
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// The numbers of the requests that the job is about.
  public List<String> requests(@Nullable String number) throws Failure {
    try {
      return JobRequests.find(context, host, number).stream().map(HostRequest::number).toList();
    } catch (CodeHostException e) {
      throw failure(e);
    }
  }

  /// What to do for a request that is still open; one that is merged is not planned any more.
  private String wayOut(HostRequest request, String whileOpen) {
    return request.isOpen() ? whileOpen : context.byHand();
  }

  /// The marker of the comment, which has to show the plan with the hash: a later plan of the same
  /// commit, or none, is what people saw last.
  private CommentMarker shown(HostRequest request, String planHash, String target)
      throws CodeHostException, Failure {
    CommentMarker sought = identity(PLAN, target);
    Optional<Post> post = sticky(host.comments(request.number()), sought).read();
    CommentMarker marker = post.map(p -> CommentMarker.of(p.body())).orElse(null);
    if (marker == null || !marker.planHash().equals(planHash)) {
      throw new Failure(
          Failure.Kind.STALE,
          "the comment of request "
              + request.number()
              + (marker == null
                  ? " is gone"
                  : " does not show the plan that its commit is approved for"),
          wayOut(request, "plan the request again: that writes both"));
    }
    return marker;
  }

  /// The last hash of ours on the commit that was to be merged.
  private String planHash(HostRequest request, String target) throws CodeHostException, Failure {
    if (request.state() == HostRequest.State.REJECTED) {
      throw new Failure(
          Failure.Kind.STALE,
          "request " + request.number() + " was closed without a merge",
          "open it again, or " + context.byHand());
    }
    String name = statusName(target);
    String start = "plan ";
    for (CommitStatus status : host.statuses(request.head())) {
      if (!status.context().equals(name) || !status.author().equals(login())) {
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
      if (text.startsWith(start)) {
        throw Failure.refused(
            "the plan of request " + request.number() + " is one that apply would refuse",
            "its comment says why");
      }
      throw new Failure(
          Failure.Kind.STALE,
          "there is no plan of request " + request.number(),
          "its comment says why");
    }
    throw new Failure(
        Failure.Kind.STALE,
        "no plan was shown for commit " + request.head() + " of request " + request.number(),
        wayOut(
            request, "procc comment --status sets \"" + name + "\" on it; plan the request again"));
  }

  private List<String> processHashes(HostRequest request, CommentMarker marker) throws Failure {
    List<String> hashes = marker.processHashes(marker.planHash());
    if (hashes.isEmpty() && !CommentMarker.isOfNothing(marker.planHash())) {
      throw new Failure(
          Failure.Kind.STALE,
          "several requests are merged at once, and the comment of request "
              + request.number()
              + " does not hold all that was approved",
          wayOut(request, "merge them one after the other"));
    }
    return hashes;
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

  /// @param end the end of the text, which is not cut
  private String fitted(CommentMarker marker, String rest, int maxBytes, String end) {
    int most = maxBytes - end.length();
    String whole = marker.line() + "\n" + rest;
    if (CommentMarkdown.fit(whole, most, MarkdownText.EMPTY).equals(whole)) {
      return whole + end;
    }
    String run = context.runUrl();
    MarkdownText note =
        MarkdownText.strong("Cut to fit in a comment")
            .plus(": ")
            .plus(MarkdownText.link("the job", run))
            .plus(" has all of it.");
    CommentMarker cut = marker.with("truncated", Json.of(true));
    return CommentMarkdown.fit(cut.line() + "\n" + rest, most, note) + end;
  }

  private StickyPost sticky(dev.procc.live.codehost.Board board, CommentMarker marker)
      throws CodeHostException {
    return new StickyPost(
        board,
        login(),
        body -> {
          CommentMarker other = CommentMarker.of(body);
          return other != null && other.isSame(marker);
        },
        sleeper);
  }

  private String login() throws CodeHostException {
    String known = login;
    if (known == null) {
      known = host.login();
      login = known;
    }
    return known;
  }

  private static Failure failure(CodeHostException e) {
    return Failure.error(e.getMessage(), e.hint());
  }

  @Override
  public void close() {
    host.close();
  }
}
