package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The promise of security.md: the checksum of each library and each build plugin is the committed
/// one. Maven 3.9 checks the same list before it uses a file (`.mvn/maven.config`); this test
/// checks it under every version of Maven.
class DependencyChecksumsTest {
  private static final Path LIST = Path.of(".mvn/checksums/checksums.sha256");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @Test
  void everyFileOfTheBuildIsTheOneThatWasCommitted() throws Exception {
    Map<String, String> listed = listed();
    List<Path> libraries = libraries();
    Path repository = repository(libraries.getFirst());
    List<String> wrong = new ArrayList<>();
    for (Path library : libraries) {
      String path = repository.relativize(library).toString();
      if (UPDATE) {
        listed.putIfAbsent(path, sha256(library));
      }
      if (!listed.containsKey(path)) {
        wrong.add(path + " is not in " + LIST + ": mvn -Dgolden.update=true adds it");
      }
    }
    int looked = 0;
    for (Map.Entry<String, String> line : listed.entrySet()) {
      Path file = repository.resolve(line.getKey());
      if (Files.exists(file)) {
        looked++;
        String is = sha256(file);
        if (!is.equals(line.getValue())) {
          wrong.add(file + " has the checksum " + is + ", another file was committed");
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(looked >= libraries.size(), looked + " files");
    if (UPDATE) {
      StringBuilder text = new StringBuilder();
      listed.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
      Files.writeString(LIST, text);
    }
  }

  @Test
  void everyPluginOfThePomIsListed() throws IOException {
    Map<String, String> listed = listed();
    Matcher plugins =
        Pattern.compile(
                "<plugin>\\s*<groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>"
                    + "<version>([^<$]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (plugins.find()) {
      count++;
      String name = plugins.group(2);
      String version = plugins.group(3);
      String path =
          String.join("/", plugins.group(1).replace('.', '/'), name, version, name)
              + ("-" + version + ".jar");
      if (!listed.containsKey(path)) {
        missing.add(path);
      }
    }
    assertEquals(List.of(), missing, "in " + LIST + ", with what each needs: CONTRIBUTING.md");
    assertTrue(count > 10, count + " plugins");
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(LIST)) {
      String[] parts = line.split("  ", 2);
      listed.put(parts[1], parts[0]);
    }
    return listed;
  }

  private static List<Path> libraries() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(Pattern.quote(java.io.File.pathSeparator)))
        .map(Path::of)
        .filter(path -> path.toString().endsWith(".jar"))
        .filter(path -> !path.toString().contains("junit-platform-console-standalone"))
        .toList();
  }

  /// The local repository, above `org/jspecify/jspecify/1.0.1/jspecify-1.0.1.jar`.
  private static Path repository(Path library) {
    String tail = Path.of("org", "jspecify").toString();
    int at = library.toString().indexOf(tail);
    assertTrue(at > 0, library + " is the first library, and not JSpecify");
    return Path.of(library.toString().substring(0, at));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
