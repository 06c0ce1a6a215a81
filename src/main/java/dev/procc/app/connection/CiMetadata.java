package dev.procc.app.connection;

import dev.procc.app.HostEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The metadata of the applied change in the CI environment, for the evidence record.
final class CiMetadata {
  /// The variables for each member, of which the first that is set is used.
  private static final Map<String, List<String>> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put(
        "commit",
        List.of(
            "PROCC_COMMIT",
            "GITHUB_SHA",
            "CI_COMMIT_SHA",
            "BUILD_SOURCEVERSION",
            "BITBUCKET_COMMIT"));
    SOURCES.put(
        "pullRequest",
        List.of(
            "PROCC_PULL_REQUEST",
            "CI_MERGE_REQUEST_IID",
            "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER",
            "BITBUCKET_PR_ID"));
    SOURCES.put(
        "author",
        List.of("PROCC_AUTHOR", "GITHUB_ACTOR", "GITLAB_USER_LOGIN", "BUILD_REQUESTEDFOR"));
    SOURCES.put("approver", List.of("PROCC_APPROVER"));
    SOURCES.put("approvedAt", List.of("PROCC_APPROVED_AT"));
    SOURCES.put("reason", List.of("PROCC_REASON"));
    SOURCES.put(
        "build",
        List.of(
            "PROCC_BUILD",
            "CI_PIPELINE_URL",
            "GITHUB_RUN_ID",
            "BUILD_BUILDURI",
            "BITBUCKET_BUILD_NUMBER"));
  }

  private static final String GITHUB_REQUEST = "refs/pull/";

  private CiMetadata() {}

  static Map<String, String> of(HostEnvironment host) {
    Map<String, String> change = new LinkedHashMap<>();
    SOURCES.forEach((member, variables) -> {
      for (String name : variables) {
        String value = host.variable(name);
        if (value != null) {
          change.putIfAbsent(member, value);
        }
      }
    });
    String ref = host.variable("GITHUB_REF");
    if (ref != null && ref.startsWith(GITHUB_REQUEST)) {
      int end = ref.indexOf('/', GITHUB_REQUEST.length());
      change.putIfAbsent(
          "pullRequest", ref.substring(GITHUB_REQUEST.length(), end < 0 ? ref.length() : end));
    }
    return change;
  }
}
