package dev.procc.language.ast;

import dev.procc.language.yaml.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Document aliases as written.
public record DocumentsDecl(Scalar key, Map<String, DocumentDecl> documents) {

  /// A document.
  ///
  /// @param sections alias to the id of the section
  public record DocumentDecl(
      Scalar alias, Scalar id, @Nullable Scalar name, Map<String, Scalar> sections) {

    /// What people read: the name, or else the alias.
    public String display() {
      return name == null ? alias.value() : name.value();
    }
  }
}
