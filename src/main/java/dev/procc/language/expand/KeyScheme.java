package dev.procc.language.expand;

/// The scheme of the final keys of children: the key of the use, their own key, and that of the
/// iteration, joined by `-`.
///
/// @param useKey the key of the use of the template; empty outside templates
/// @param singleChild whether the template has one child, which takes the key of the use as its own
record KeyScheme(String useKey, boolean singleChild) {
  static final KeyScheme AS_WRITTEN = new KeyScheme("", false);

  /// The final key of a child.
  ///
  /// @param own its own key, empty if it has none
  /// @param iteration the key of the iteration of its loop, empty outside loops
  String childKey(String own, String iteration) {
    if (useKey.isEmpty()) {
      return join(own, iteration);
    }
    return singleChild ? join(useKey, iteration) : join(join(useKey, own), iteration);
  }

  private static String join(String left, String right) {
    return left.isEmpty() ? right : right.isEmpty() ? left : left + "-" + right;
  }
}
