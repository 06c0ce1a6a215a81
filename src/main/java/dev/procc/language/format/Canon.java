package dev.procc.language.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is canonical at a place of a document: the order of the keys, the form of the texts.
public interface Canon {
  /// A place where everything stays as written.
  Canon FREE =
      new Canon() {
        @Override
        public Canon mapping(List<String> written) {
          return this;
        }

        @Override
        public List<String> keys() {
          return List.of();
        }

        @Override
        public Canon value(String key) {
          return this;
        }

        @Override
        public Canon item() {
          return this;
        }

        @Override
        public @Nullable String text(String value) {
          return null;
        }
      };

  /// What is canonical for a mapping that stands here.
  ///
  /// @param written its keys, by which kinds are told apart
  Canon mapping(List<String> written);

  /// The keys of the mapping in their order; those it has beyond these follow as written. Empty
  /// when the order is free.
  List<String> keys();

  /// The place of the value of a key.
  Canon value(String key);

  /// The place of the items of a list that stands here.
  Canon item();

  /// The canonical form of a scalar's value here; null when it is as good as it can be.
  @Nullable String text(String value);
}
