package dev.procc.live.codehost;

import dev.procc.live.codehost.CodeHostException.Kind;
import dev.procc.live.http.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One post of ours on a board, written again and again: found by its marker and by who wrote it.
///
/// Of several, which two jobs make that run at once, the oldest is kept and the others are removed;
/// what was written is read back. A post whose answer was lost is looked for before another one is
/// made.
public final class StickyPost {
  private static final int MAX_ROUNDS = 4;

  private final Board board;
  private final String login;
  private final Predicate<String> isOurs;
  private final Sleeper sleeper;

  /// @param login who we are on the host
  /// @param isOurs whether a body carries our marker
  public StickyPost(Board board, String login, Predicate<String> isOurs, Sleeper sleeper) {
    this.board = board;
    this.login = login;
    this.isOurs = isOurs;
    this.sleeper = sleeper;
  }

  /// What was done, and to which post.
  ///
  /// @param action `created`, `updated`, `unchanged`
  public record WrittenPost(String action, Post post) {}

  /// Writes the post.
  public WrittenPost write(String body) throws CodeHostException {
    String action = "unchanged";
    Post made = null;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Post> ours = ours();
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

  /// @param mayBeLost whether a lost answer is no failure yet: it is looked for first
  /// @return null where nobody knows whether it is there
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

  /// @return false where the post was deleted in between
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

  /// Removes the post and its twins: an issue is closed.
  ///
  /// @return the oldest; empty where there was none
  public Optional<Post> remove() throws CodeHostException {
    List<Post> ours = ours();
    removeAll(ours);
    return ours.isEmpty() ? Optional.empty() : Optional.of(ours.getFirst());
  }

  /// The post as it stands; the oldest of several.
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

  /// Hosts keep no line ends of Windows, and some no space at the end.
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
