package dev.procc.live.codehost;

import java.util.List;

/// One repository of a code host.
public interface CodeHost extends AutoCloseable {
  /// The login under which our token writes.
  String login() throws CodeHostException;

  /// The comments of a request.
  Board comments(String number);

  /// The open issues of the repository.
  ///
  /// @param title of an issue that is created
  Board issues(String title);

  HostRequest request(String number) throws CodeHostException;

  /// The requests that brought a commit, or are to bring it.
  List<HostRequest> requestsOf(String commit) throws CodeHostException;

  /// The requests of a merge queue that are in a commit which the queue made.
  ///
  /// @param branch into which it merges
  List<HostRequest> queued(String branch, String commit) throws CodeHostException;

  void setStatus(String commit, CommitStatus status) throws CodeHostException;

  /// The statuses of a commit, the newest first.
  List<CommitStatus> statuses(String commit) throws CodeHostException;

  @Override
  void close();
}
