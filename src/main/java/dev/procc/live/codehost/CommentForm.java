package dev.procc.live.codehost;

import java.util.List;

/// The form of comments on a code host.
///
/// @param host `github`
/// @param maxBytes the size limit, somewhat below that of the host
/// @param takesHtml whether it supports hidden lines and foldable parts, rather than showing their
///   text
public record CommentForm(String host, int maxBytes, boolean takesHtml) {
  /// Its limit is 65,536 characters.
  public static final CommentForm GITHUB = new CommentForm("github", 65_000, true);

  /// Its limit is 1,000,000 characters.
  public static final CommentForm GITLAB = new CommentForm("gitlab", 990_000, true);

  /// Its limit is 150,000 characters.
  public static final CommentForm AZURE = new CommentForm("azure", 145_000, true);

  /// Its limit is 32,768 characters, without HTML.
  public static final CommentForm BITBUCKET = new CommentForm("bitbucket", 32_000, false);

  private static final List<CommentForm> ALL = List.of(GITHUB, GITLAB, AZURE, BITBUCKET);

  public static List<String> hosts() {
    return ALL.stream().map(CommentForm::host).toList();
  }

  /// @param host one of the names
  public static CommentForm of(String host) {
    return ALL.stream().filter(form -> form.host.equals(host)).findFirst().orElse(GITHUB);
  }
}
