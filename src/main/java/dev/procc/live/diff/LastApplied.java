package dev.procc.live.diff;

import org.jspecify.annotations.Nullable;

/// What was last sent and seen: the third side of a three-way comparison, known by hashes.
public interface LastApplied {
  /// Nothing was ever recorded: every difference is a change of the definition.
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

  /// The id recorded for an address of the definition, looked up through `moved`.
  @Nullable String id(String address);

  /// The address recorded for an id, as the definition calls it now: through `moved`.
  @Nullable String address(String id);

  /// How the definition calls a recorded address now: through `moved`.
  default String currentAddress(String recordedAddress) {
    return recordedAddress;
  }

  /// The address that was recorded for what the definition calls so now; the same where none was.
  default String recordedAddress(String currentAddress) {
    return currentAddress;
  }

  /// The hash of what we last sent; null if we never set the field.
  @Nullable String sentHash(String address, String field);

  /// The hash of what the server then showed; `-` where it showed nothing.
  String seenHash(String address, String field);

  /// The place of a recorded id in the recorded order; -1 when it is not recorded.
  int position(String id);

  /// The id of the recorded parent of a recorded id; null for the root group and if it is not
  /// recorded.
  @Nullable String parentId(String id);
}
