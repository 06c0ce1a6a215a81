package dev.procc.live.codehost;

import java.util.List;

/// A repository on a code host.
public interface CodeHost extends AutoCloseable {
  /// The login of the token's user.
  String login() throws CodeHostException;

  /// The comments of a request.
  Board comments(String number);

  /// The open issues of the repository.
  ///
  /// @param title of an issue that is created
  Board issues(String title);

  HostRequest request(String number) throws CodeHostException;

  /// The requests that contain a commit, whatever became of them.
  List<HostRequest> requestsOf(String commit) throws CodeHostException;

  /// The requests of a merge queue that are in a commit made by the queue.
  ///
  /// @param branch to merge into
  List<HostRequest> queued(String branch, String commit) throws CodeHostException;

  void setStatus(String commit, CommitStatus status) throws CodeHostException;

  /// The statuses of a commit, newest first.
  List<CommitStatus> statuses(String commit) throws CodeHostException;

  @Override
  void close();
}
