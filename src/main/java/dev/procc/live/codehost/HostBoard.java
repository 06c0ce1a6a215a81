package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostClient.HostCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The comments of a request, or the issues of a repository, by the paths and member names of their
/// host.
final class HostBoard implements Board {
  /// The conventions of a host.
  ///
  /// @param author the member with the author of a post, which contains `login`
  /// @param url the member with the page of a post
  /// @param change the method for changes: `PATCH`
  record HostStyle(CommentForm form, String author, String login, String url, String change) {}

  /// The place and names of posts.
  ///
  /// @param name for people
  /// @param list the path of all posts, and of a new one
  /// @param query of the path for the open ones, oldest first
  /// @param items the path of one, up to its id
  /// @param id the member with its id
  /// @param body the member with its text
  /// @param permission that the token needs
  record PostPlace(
      String name,
      String list,
      String query,
      String items,
      String id,
      String body,
      String permission) {}

  private final HostClient client;
  private final HostStyle style;
  private final PostPlace place;
  private final Json.Obj added;
  private final @Nullable Json closed;

  /// @param added the members of a new post besides its text
  /// @param closed the change that closes a post; null if it is deleted instead
  HostBoard(
      HostClient client, HostStyle style, PostPlace place, Json.Obj added, @Nullable Json closed) {
    this.client = client;
    this.style = style;
    this.place = place;
    this.added = added;
    this.closed = closed;
  }

  @Override
  public String name() {
    return place.name();
  }

  @Override
  public int maxBytes() {
    return style.form().maxBytes();
  }

  /// The posts, without requests among issues and without the host's own notes among comments.
  @Override
  public List<Post> posts() throws CodeHostException {
    List<Post> posts = new ArrayList<>();
    for (Json.Obj each : client.pages(place.list() + place.query(), place.permission())) {
      if (!each.has("pull_request") && !each.flag("system", false)) {
        posts.add(post(each));
      }
    }
    return posts;
  }

  @Override
  public Post create(String text) throws CodeHostException {
    Json body = added.with(place.body(), Json.of(text));
    return post(client.object(new HostCall("POST", place.list(), body, false, place.permission())));
  }

  @Override
  public Post update(Post post, String text) throws CodeHostException {
    return post(client.object(change(post, Json.object().put(place.body(), text).build())));
  }

  private HostCall change(Post post, Json body) {
    return new HostCall(style.change(), place.items() + post.id(), body, true, place.permission());
  }

  @Override
  public void remove(Post post) throws CodeHostException {
    try {
      client.call(
          closed == null
              ? new HostCall("DELETE", place.items() + post.id(), null, true, place.permission())
              : change(post, closed));
    } catch (CodeHostException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  private Post post(Json.Obj json) {
    return new Post(
        json.integer(place.id()).map(String::valueOf).orElse(""),
        json.obj(style.author()).flatMap(author -> author.text(style.login())).orElse(""),
        json.text(place.body()).orElse(""),
        json.text(style.url()).orElse(""));
  }
}
