package dev.procc.cli.command;

import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what was measured: the `Capabilities` document of a target, or one that a command names.
final class Measured {
  private Measured() {}

  /// What was measured for the target of a compilation: the document that the target names under
  /// `capabilities`, else the one of its own name.
  static MeasuredFile of(Compilation compilation, String target) throws Failure {
    TargetDecl decl = compilation.target();
    Scalar named =
        decl != null && decl.document().get("capabilities") instanceof Scalar s ? s : null;
    SourceDocument document = document(compilation, named == null ? target : named.value());
    if (document == null && named != null) {
      throw Failure.error(
          "\"" + named.value() + "\" is the key of no capabilities document",
          "procc probe --target " + named.value() + " writes it");
    }
    return document == null ? MeasuredFile.NONE : MeasuredFile.of(document);
  }

  static @Nullable SourceDocument document(Compilation compilation, String key) {
    for (SourceDocument document : compilation.project().documents("Capabilities")) {
      if (document.key().equals(key)) {
        return document;
      }
    }
    return null;
  }

  /// The document in a file of the command line.
  static MeasuredFile read(Call call, String given) throws Failure {
    List<YamlDocument> documents =
        Yaml.parse(new SourceFile(given, call.read(given))).value().orElse(List.of());
    for (YamlDocument document : documents) {
      if (document.root() instanceof Mapping mapping
          && mapping.get("kind") instanceof Scalar kind
          && kind.value().equals("Capabilities")) {
        return MeasuredFile.of(mapping);
      }
    }
    throw Failure.error(
        "\"" + given + "\" holds no capabilities", "procc probe writes capabilities/TARGET.yaml");
  }
}
