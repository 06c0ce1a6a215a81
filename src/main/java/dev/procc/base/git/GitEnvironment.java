package dev.procc.base.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The environment variables that git gets: those that say where programs, keys and proxies are.
/// None with a token, and none that leads git to another repository or configuration.
final class GitEnvironment {
  private static final Set<String> KEPT =
      Set.of(
          // where things are
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "XDG_CONFIG_HOME",
          "XDG_RUNTIME_DIR",
          "TMPDIR",
          "TEMP",
          "TMP",
          // Windows
          "SYSTEMROOT",
          "SYSTEMDRIVE",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "USERNAME",
          "HOMEDRIVE",
          "HOMEPATH",
          "APPDATA",
          "LOCALAPPDATA",
          "PROGRAMDATA",
          "PROGRAMFILES",
          "PROGRAMFILES(X86)",
          // keys and passwords
          "SSH_AUTH_SOCK",
          "SSH_AGENT_PID",
          "SSH_ASKPASS",
          "GIT_ASKPASS",
          "GIT_SSH",
          "GIT_SSH_COMMAND",
          "GIT_SSH_VARIANT",
          "DBUS_SESSION_BUS_ADDRESS",
          "KRB5CCNAME",
          "KRB5_CONFIG",
          "GNUPGHOME",
          // the network
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "ALL_PROXY",
          "NO_PROXY",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "GIT_SSL_CAINFO",
          "GIT_SSL_CAPATH",
          "GIT_SSL_CERT",
          "GIT_SSL_KEY",
          // who commits
          "GIT_AUTHOR_NAME",
          "GIT_AUTHOR_EMAIL",
          "GIT_COMMITTER_NAME",
          "GIT_COMMITTER_EMAIL",
          "EMAIL",
          // can only forbid
          "GIT_CONFIG_NOSYSTEM");

  private GitEnvironment() {}

  /// Removes from an environment all other variables, and adds the settings that restrict git.
  ///
  /// @param protocols the protocols of remotes that are allowed, `https:ssh`; `none`
  static void close(Map<String, String> environment, String protocols) {
    Map<String, String> kept = new HashMap<>();
    environment.forEach((name, value) -> {
      if (KEPT.contains(name.toUpperCase(Locale.ROOT))) {
        kept.put(name, name.equalsIgnoreCase("PATH") ? absolute(value) : value);
      }
    });
    environment.clear();
    environment.putAll(kept);
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_ATTR_NOSYSTEM", "1");
    environment.put("GIT_PAGER", "cat");
    environment.put("GIT_ALLOW_PROTOCOL", protocols);
  }

  /// The absolute folders of a search path: a `.` in it would find a `git` that was committed to a
  /// repository.
  private static String absolute(String path) {
    return String.join(File.pathSeparator, folders(path));
  }

  private static List<String> folders(String path) {
    List<String> folders = new ArrayList<>();
    int from = 0;
    while (from <= path.length()) {
      int next = path.indexOf(File.pathSeparatorChar, from);
      int end = next < 0 ? path.length() : next;
      String folder = path.substring(from, end);
      try {
        if (Path.of(folder).isAbsolute()) {
          folders.add(folder);
        }
      } catch (InvalidPathException notAPath) {
        // A folder that does not exist holds no program.
      }
      from = end + 1;
    }
    return folders;
  }

  /// The path of the git program.
  ///
  /// @throws GitException if there is none
  static String program(Map<String, String> environment) throws GitException {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().equalsIgnoreCase("PATH")) {
        for (String folder : folders(variable.getValue())) {
          for (String name : new String[] {"git", "git.exe"}) {
            Path file = Path.of(folder, name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
              return file.toString();
            }
          }
        }
      }
    }
    throw new GitException("git cannot be run: no folder of PATH holds it");
  }
}
