package dev.procc.language.expand;

/// What becomes of the keys of a template's children at the place of its use.
///
/// @param useKey the key of the use; empty outside templates
/// @param singleChild whether the template has one child, which takes that key as its own
record KeyScheme(String useKey, boolean singleChild) {
  static final KeyScheme AS_WRITTEN = new KeyScheme("", false);

  /// The final key of a child.
  ///
  /// @param own its own key, as written or of the turn of its loop; empty when it has none
  /// @param turn the key of the turn of its loop; empty without one
  String childKey(String own, String turn) {
    if (useKey.isEmpty()) {
      return join(own, turn);
    }
    return singleChild ? join(useKey, turn) : join(join(useKey, own), turn);
  }

  private static String join(String left, String right) {
    return left.isEmpty() ? right : right.isEmpty() ? left : left + "-" + right;
  }
}
