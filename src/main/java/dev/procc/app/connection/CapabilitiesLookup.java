package dev.procc.app.connection;

import dev.procc.app.Failure;
import dev.procc.base.source.SourceFile;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lookup of measured capabilities: the `Capabilities` document of a target, or one that a
/// command names.
public final class CapabilitiesLookup {
  private CapabilitiesLookup() {}

  /// The capabilities of a compilation's target: those of the document that the target names under
  /// `capabilities`, otherwise of the one with the target's name.
  public static CapabilitiesDocument of(Compilation compilation, String target) throws Failure {
    TargetDecl decl = compilation.target();
    Scalar named =
        decl != null && decl.document().get("capabilities") instanceof Scalar s ? s : null;
    SourceDocument document =
        findDocument(compilation.project(), named == null ? target : named.value());
    if (document == null && named != null) {
      throw Failure.error(
          "\"" + named.value() + "\" is the key of no capabilities document",
          "procc probe --target " + named.value() + " writes it");
    }
    return document == null ? CapabilitiesDocument.NONE : CapabilitiesDocument.of(document);
  }

  /// The document with a key; null if there is none.
  public static @Nullable SourceDocument findDocument(Project project, String key) {
    for (SourceDocument document : project.documents("Capabilities")) {
      if (document.key().equals(key)) {
        return document;
      }
    }
    return null;
  }

  /// The document in a file.
  public static CapabilitiesDocument read(SourceFile file) throws Failure {
    List<YamlDocument> documents = Yaml.parse(file).value().orElse(List.of());
    for (YamlDocument document : documents) {
      if (document.root() instanceof Mapping mapping
          && mapping.get("kind") instanceof Scalar kind
          && kind.value().equals("Capabilities")) {
        return CapabilitiesDocument.of(mapping);
      }
    }
    throw Failure.error(
        "\"" + file.path() + "\" holds no capabilities",
        "procc probe writes capabilities/TARGET.yaml");
  }
}
