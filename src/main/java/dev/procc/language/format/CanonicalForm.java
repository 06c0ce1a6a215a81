package dev.procc.language.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is canonical at a place of a document: the order of the keys, the form of the texts.
public interface CanonicalForm {
  /// A place where everything stays as written.
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

  /// What is canonical for a mapping that stands here.
  ///
  /// @param written its keys, by which kinds are told apart
  CanonicalForm forMapping(List<String> written);

  /// The keys of the mapping in their order; those it has beyond these follow as written. Empty
  /// when the order is free.
  List<String> keyOrder();

  /// The place of the value of a key.
  CanonicalForm forValue(String key);

  /// The place of the items of a list that stands here.
  CanonicalForm forItem();

  /// The canonical form of a scalar's value here; null when it is as good as it can be.
  @Nullable String canonicalText(String value);
}
