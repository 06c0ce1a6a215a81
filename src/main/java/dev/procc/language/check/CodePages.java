package dev.procc.language.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pages that explain codes: what is found, why it matters, an example, the fix. `procc explain
/// PC120` shows one.
///
/// A page is Markdown with the headings What, Why, Example and Fix, in the file `pages/PC120.md`
/// beside this class.
public final class CodePages {
  private CodePages() {}

  /// The page of a code.
  public static Optional<String> find(String code) {
    try (InputStream in = CodePages.class.getResourceAsStream("pages/" + code + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page of " + code, e);
    }
  }
}
