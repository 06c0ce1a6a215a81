package dev.procc.language.expand;

/// What becomes of the keys of a template's children at the place of its use.
///
/// @param key the key of the use; empty outside templates
/// @param alone whether the template has one child, which takes that key as its own
record KeyRule(String key, boolean alone) {
  static final KeyRule AS_WRITTEN = new KeyRule("", false);

  /// The final key of a child.
  ///
  /// @param own its own key, as written or of the turn of its loop; empty when it has none
  /// @param turn the key of the turn of its loop; empty without one
  String of(String own, String turn) {
    if (key.isEmpty()) {
      return join(own, turn);
    }
    return alone ? join(key, turn) : join(join(key, own), turn);
  }

  private static String join(String left, String right) {
    return left.isEmpty() ? right : right.isEmpty() ? left : left + "-" + right;
  }
}
