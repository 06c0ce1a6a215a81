package dev.procc.live.codehost;

import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.http.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A single post of ours on a board that is updated again and again; it is found by its marker and
/// its author.
///
/// If there are several, because two jobs ran at the same time, the oldest is kept and the others
/// are removed; what was written is read back. If the response to a new post is lost, the post is
/// looked for before another one is created.
public final class StickyPost {
  private static final int MAX_ROUNDS = 4;

  private final Board board;
  private final String login;
  private final Predicate<String> isOurs;
  private final Sleeper sleeper;

  /// @param login of our own user
  /// @param isOurs whether a body contains our marker
  public StickyPost(Board board, String login, Predicate<String> isOurs, Sleeper sleeper) {
    this.board = board;
    this.login = login;
    this.isOurs = isOurs;
    this.sleeper = sleeper;
  }

  /// The result of writing, and the post.
  ///
  /// @param action `created`, `updated`, `unchanged`, `superseded`
  /// @param post empty if it was superseded
  public record WrittenPost(String action, Post post) {}

  /// A condition for writing, which is asked each time before something is written.
  public interface Condition {
    boolean holds() throws CodeHostException;
  }

  /// Writes the post.
  ///
  /// @param isCurrent whether the text is not superseded yet; a wait may come before each write
  public WrittenPost write(String body, Condition isCurrent) throws CodeHostException {
    String action = "unchanged";
    Post made = null;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Post> ours = ours();
      if (!isCurrent.holds()) {
        return new WrittenPost("superseded", new Post("", "", "", ""));
      }
      if (ours.isEmpty() && made == null) {
        made = create(body, round == 0);
        action = "created";
      } else if (ours.isEmpty()) {
        settle(); // a list may lag behind
      } else if (sameText(ours.getFirst().body(), body)) {
        removeAll(ours.subList(1, ours.size()));
        return new WrittenPost(action, ours.getFirst());
      } else if (update(ours.getFirst(), body) && !action.equals("created")) {
        action = "updated";
      }
    }
    if (made != null && ours().isEmpty()) {
      return new WrittenPost(action, made);
    }
    throw new CodeHostException(
        Kind.REFUSED,
        board.name() + ": what was written there does not read back as written",
        "another job writes it too, or the host changes its text");
  }

  /// @param mayBeLost whether a lost response is not a failure yet, since the post is looked for
  ///   first
  /// @return null if it is unknown whether the post exists
  private @Nullable Post create(String body, boolean mayBeLost) throws CodeHostException {
    try {
      return board.create(body);
    } catch (CodeHostException e) {
      if (e.kind() != Kind.LOST || !mayBeLost) {
        throw e;
      }
      settle();
      return null;
    }
  }

  /// @return false if the post was deleted in the meantime
  private boolean update(Post post, String body) throws CodeHostException {
    try {
      board.update(post, body);
      return true;
    } catch (CodeHostException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }

  /// Removes the post and its duplicates; an issue is closed.
  ///
  /// @return the oldest; empty if there was none
  public Optional<Post> remove() throws CodeHostException {
    List<Post> ours = ours();
    removeAll(ours);
    return ours.isEmpty() ? Optional.empty() : Optional.of(ours.getFirst());
  }

  /// The current post; the oldest of several.
  public Optional<Post> read() throws CodeHostException {
    List<Post> ours = ours();
    return ours.isEmpty() ? Optional.empty() : Optional.of(ours.getFirst());
  }

  private void removeAll(List<Post> posts) throws CodeHostException {
    for (Post post : posts) {
      board.remove(post);
    }
  }

  private List<Post> ours() throws CodeHostException {
    List<Post> ours = new ArrayList<>();
    for (Post post : board.posts()) {
      if (post.author().equals(login) && isOurs.test(post.body())) {
        ours.add(post);
      }
    }
    return ours;
  }

  /// Whether two texts are the same on a host: hosts drop Windows line ends, and some drop blanks
  /// at the end.
  private static boolean sameText(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }

  private void settle() throws CodeHostException {
    try {
      sleeper.sleep(Duration.ofSeconds(2));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CodeHostException(Kind.LOST, "interrupted", null);
    }
  }
}
