package dev.procc.live.codehost;

import java.util.List;

/// A place for posts: the comments of one request, or the issues of a repository.
public interface Board {
  /// The name for people: `pull request 12 of finance/close`.
  String name();

  /// The size limit of one post, in bytes.
  int maxBytes();

  /// The existing posts, oldest first.
  List<Post> posts() throws CodeHostException;

  /// Adds a post. Sent once: the caller has to find out whether it arrived.
  Post create(String body) throws CodeHostException;

  Post update(Post post, String body) throws CodeHostException;

  /// Deletes a comment, or closes an issue. It is not an error if it is already gone.
  void remove(Post post) throws CodeHostException;
}
