package dev.procc.live.ledger;

import dev.procc.base.git.Git;
import dev.procc.base.git.GitException;
import java.nio.file.Path;
import java.util.Map;

/// The git program, whose failures are the ledger's.
final class LedgerGit {
  private final Git git;
  private boolean looked;

  LedgerGit(Path repository) {
    git = new Git(repository);
  }

  Git.GitResult run(String... arguments) throws LedgerException {
    return run(Map.of(), new byte[0], arguments);
  }

  Git.GitResult run(Map<String, String> environment, byte[] input, String... arguments)
      throws LedgerException {
    try {
      look();
      return git.run(environment, input, arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// Before the first call of all.
  private void look() throws GitException {
    if (!looked) {
      git.ownConfiguration();
      looked = true;
    }
  }

  /// Before the first call that goes to a remote.
  void check(String remote) throws LedgerException {
    try {
      look();
      git.ownRemote(remote);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// A call that goes to a remote.
  Git.GitResult reach(String... arguments) throws LedgerException {
    try {
      look();
      return git.reach(arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// The output of a call that has to go well.
  String runOrThrow(Map<String, String> environment, byte[] input, String... arguments)
      throws LedgerException {
    try {
      look();
      return git.runOrThrow(environment, input, arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }
}
