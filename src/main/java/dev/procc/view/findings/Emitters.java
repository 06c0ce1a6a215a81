package dev.procc.view.findings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The output formats for findings. A new one takes its class, its name and its line here.
public final class Emitters {
  /// The names, the default first, as values of `--format` in commands that report findings.
  public static final List<String> NAMES =
      List.of("text", "json", "sarif", "github", "junit", "checkstyle", "codeclimate", "bitbucket");

  private Emitters() {}

  /// The emitter with a name; only this one is loaded.
  public static @Nullable Emitter find(String name) {
    return switch (name) {
      case "text" -> new FindingsText();
      case "json" -> new FindingsJson();
      case "sarif" -> new SarifReport();
      case "github" -> new GithubAnnotations();
      case "junit" -> new JUnitReport();
      case "checkstyle" -> new CheckstyleReport();
      case "codeclimate" -> new CodeClimateReport();
      case "bitbucket" -> new BitbucketReport();
      default -> null;
    };
  }
}
