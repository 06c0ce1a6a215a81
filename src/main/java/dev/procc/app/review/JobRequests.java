package dev.procc.app.review;

import dev.procc.app.Failure;
import dev.procc.live.codehost.CodeHost;
import dev.procc.live.codehost.CodeHostException;
import dev.procc.live.codehost.HostRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The requests that a CI job is about.
final class JobRequests {
  private static final int MAX_COMMITS = 100;

  private JobRequests() {}

  /// The requests of the job: the named one, that of its event, those of the merge queue, or those
  /// of its commits.
  static List<HostRequest> find(ReviewContext context, CodeHost host, @Nullable String asked)
      throws CodeHostException, Failure {
    String queue = context.queueBranch();
    String number = context.requestNumber(asked);
    if (number != null && (asked != null || queue == null)) {
      return List.of(host.request(number));
    }
    String commit = context.commit();
    if (commit == null) {
      throw Failure.error(
          "neither a request nor a commit is known",
          "add --pr 12, or set " + (context.isGitlab() ? "CI_COMMIT_SHA" : "GITHUB_SHA"));
    }
    Map<String, HostRequest> found = new LinkedHashMap<>();
    if (queue != null) {
      host.queued(queue, commit).forEach(each -> found.put(each.number(), each));
    } else {
      addMerged(context, host, commit, found);
    }
    if (found.isEmpty()) {
      throw new Failure(
          Failure.Kind.STALE,
          "no request brought commit " + commit + ": nobody approved its plan",
          context.byHand());
    }
    return List.copyOf(found.values());
  }

  private static void addMerged(
      ReviewContext context, CodeHost host, String commit, Map<String, HostRequest> found)
      throws CodeHostException {
    Set<String> commits = new LinkedHashSet<>(List.of(commit));
    commits.addAll(context.pushed());
    for (String each : commits.stream().limit(MAX_COMMITS).toList()) {
      host.requestsOf(each).forEach(request -> found.put(request.number(), request));
    }
    // A request to another branch does not count: a release branch that is yet to bring the commit,
    // or the branch of the request that brought it.
    String branch = context.branch();
    found
        .values()
        .removeIf(request ->
            request.state() == HostRequest.State.REJECTED
                || branch != null && !request.base().isEmpty() && !request.base().equals(branch));
    if (found.values().stream().anyMatch(request -> !request.isOpen())) {
      found.values().removeIf(HostRequest::isOpen);
    }
  }
}
