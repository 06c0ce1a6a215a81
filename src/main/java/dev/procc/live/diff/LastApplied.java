package dev.procc.live.diff;

import org.jspecify.annotations.Nullable;

/// The record of what was last sent and seen, as hashes: the third side of a comparison.
public interface LastApplied {
  /// No record: every difference is a change of the definition.
  LastApplied NONE =
      new LastApplied() {
        @Override
        public boolean isRecorded() {
          return false;
        }

        @Override
        public @Nullable String id(String address) {
          return null;
        }

        @Override
        public @Nullable String address(String id) {
          return null;
        }

        @Override
        public @Nullable String sentHash(String address, String field) {
          return null;
        }

        @Override
        public String seenHash(String address, String field) {
          return "-";
        }

        @Override
        public int position(String id) {
          return -1;
        }

        @Override
        public @Nullable String parentId(String id) {
          return null;
        }
      };

  /// Whether anything was recorded.
  boolean isRecorded();

  /// The recorded id of an address of the definition, looked up through `moved`; null if there is
  /// none.
  @Nullable String id(String address);

  /// The recorded address of an id, as the definition has it now, through `moved`; null if there is
  /// none.
  @Nullable String address(String id);

  /// The current address of a recorded one, through `moved`.
  default String currentAddress(String recordedAddress) {
    return recordedAddress;
  }

  /// The recorded address of a current one; the same if it was not moved.
  default String recordedAddress(String currentAddress) {
    return currentAddress;
  }

  /// The hash of what was last sent; null if the field was never set.
  @Nullable String sentHash(String address, String field);

  /// The hash of what the server then showed; `-` for no value.
  String seenHash(String address, String field);

  /// The position of an id in the recorded order; -1 if it is not recorded.
  int position(String id);

  /// The id of the recorded parent of an id; null for the root group and if it is not recorded.
  @Nullable String parentId(String id);
}
