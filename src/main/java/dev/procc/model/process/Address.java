package dev.procc.model.process;

/// How nodes are named: `close@2024-Q4/entities/us/recon-ar`.
///
/// The root group is `IDENTITY/root` and left out of the addresses below it; the process itself is
/// `IDENTITY`.
public final class Address {
  /// The key of the root group.
  public static final String ROOT = "root";

  private static final String ROOT_END = "/" + ROOT;

  private Address() {}

  /// The address of the root group.
  public static String root(String identity) {
    return identity + ROOT_END;
  }

  /// The address of a child, given the address of its parent group.
  public static String child(String parent, String key) {
    return childPrefix(parent) + "/" + key;
  }

  /// What the addresses of a group's children begin with.
  private static String childPrefix(String group) {
    int end = group.length() - ROOT_END.length();
    boolean isRoot = group.endsWith(ROOT_END) && group.indexOf('/') == end;
    return isRoot ? group.substring(0, end) : group;
  }

  /// The identity of the process that an address lies in.
  public static String identity(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }
}
