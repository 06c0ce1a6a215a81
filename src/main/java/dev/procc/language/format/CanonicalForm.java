package dev.procc.language.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The canonical form at a place of a document: the order of its keys, the form of its texts.
public interface CanonicalForm {
  /// The form of a place where everything stays as written.
  CanonicalForm FREE =
      new CanonicalForm() {
        @Override
        public CanonicalForm forMapping(List<String> written) {
          return this;
        }

        @Override
        public List<String> keyOrder() {
          return List.of();
        }

        @Override
        public CanonicalForm forValue(String key) {
          return this;
        }

        @Override
        public CanonicalForm forItem() {
          return this;
        }

        @Override
        public @Nullable String canonicalText(String value) {
          return null;
        }
      };

  /// The form of a mapping at this place.
  ///
  /// @param written its keys, from which its kind follows
  CanonicalForm forMapping(List<String> written);

  /// The keys of the mapping in canonical order; other keys follow as written. Empty if the order
  /// is free.
  List<String> keyOrder();

  /// The form of the value of a key.
  CanonicalForm forValue(String key);

  /// The form of the items of a list at this place.
  CanonicalForm forItem();

  /// The canonical text of a scalar at this place; null if the text stays as it is.
  @Nullable String canonicalText(String value);
}
