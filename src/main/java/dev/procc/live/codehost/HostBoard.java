package dev.procc.live.codehost;

import dev.procc.base.json.Json;
import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.codehost.HostClient.HostCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The comments of a request, or the issues of a repository, by the addresses and the names that
/// their host has for them.
final class HostBoard implements Board {
  /// How a host writes.
  ///
  /// @param author the member that holds who wrote a post, and in it `login`
  /// @param url the member with the page of a post
  /// @param change the method that changes something: `PATCH`
  record HostStyle(CommentForm form, String author, String login, String url, String change) {}

  /// What the posts are called and where they are.
  ///
  /// @param name in words
  /// @param list the path of all of them, and of a new one
  /// @param query of the path, for those that are open, the oldest first
  /// @param items the path of one, up to its id
  /// @param id the member with its id
  /// @param body the member with its text
  /// @param permission what the token must be allowed
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

  /// @param added what a new post has besides its text
  /// @param closed the change that closes a post; null where it is deleted
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

  /// Neither requests among the issues nor what a host itself notes among the comments.
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
