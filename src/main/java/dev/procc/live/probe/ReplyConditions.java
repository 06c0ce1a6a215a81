package dev.procc.live.probe;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The conditions on the replies to the calls of a probe. Calls are numbered from 1; a path is as
/// in [ProbeReplies#value].
final class ReplyConditions {
  private ReplyConditions() {}

  /// All of these calls succeeded.
  static Predicate<ProbeReplies> ok(int... calls) {
    return replies -> Arrays.stream(calls).allMatch(replies::succeeded);
  }

  /// The server refused the request as faulty: 400, 422 or one of the further statuses.
  static Predicate<ProbeReplies> refused(int call, int... furtherStatuses) {
    return replies -> {
      int status = replies.status(call);
      return status == 400
          || status == 422
          || Arrays.stream(furtherStatuses).anyMatch(further -> further == status);
    };
  }

  /// The call has a certain HTTP status.
  static Predicate<ProbeReplies> status(int call, int status) {
    return replies -> replies.status(call) == status;
  }

  /// The reply has a member.
  static Predicate<ProbeReplies> has(int call, String path) {
    return replies -> replies.find(call, path) != null;
  }

  /// The process or run of the reply has a job.
  static Predicate<ProbeReplies> hasJob(int call) {
    return replies -> !replies.jobs(call).isEmpty();
  }

  /// The validation has errors.
  static Predicate<ProbeReplies> hasErrors(int call) {
    return replies -> replies.errorCount(call) > 0;
  }

  /// One validation has more errors than another.
  static Predicate<ProbeReplies> moreErrors(int call, int other) {
    return replies -> replies.errorCount(call) > replies.errorCount(other);
  }

  /// The list has a certain number of items.
  static Predicate<ProbeReplies> items(int call, int count) {
    return replies -> replies.items(call).size() == count;
  }

  /// A member of the reply equals a text; an absent one equals the empty text.
  ///
  /// @param template may contain placeholders
  static Predicate<ProbeReplies> equal(int call, String path, String template) {
    return replies -> replies.value(call, path).equals(replies.fill(template));
  }

  /// A member of the reply matches the whole pattern.
  static Predicate<ProbeReplies> matches(int call, String path, String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    return replies -> pattern.matcher(replies.value(call, path)).matches();
  }

  /// The revision is higher in the later reply.
  static Predicate<ProbeReplies> revisionMoved(int earlier, int later) {
    return replies -> replies.revision(later) > replies.revision(earlier);
  }

  /// The revision is higher by a certain number in the later reply.
  static Predicate<ProbeReplies> revisionMovedBy(long step, int earlier, int later) {
    return replies -> replies.revision(later) - replies.revision(earlier) == step;
  }
}
