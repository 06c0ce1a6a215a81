package dev.procc.live.codehost;

import java.util.List;

/// Where posts of ours stand: the comments of one request, or the issues of a repository.
public interface Board {
  /// What people call it: `pull request 12 of finance/close`.
  String name();

  /// The most bytes of one post.
  int maxBytes();

  /// The posts that are there, the oldest first.
  List<Post> posts() throws CodeHostException;

  /// Adds a post. Sent once: whether it arrived is for the caller to find out.
  Post create(String body) throws CodeHostException;

  Post update(Post post, String body) throws CodeHostException;

  /// Deletes a comment, closes an issue. One that is gone already is no error.
  void remove(Post post) throws CodeHostException;
}
