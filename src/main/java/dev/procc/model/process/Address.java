package dev.procc.model.process;

/// How nodes are named: `close@2024-Q4/entities/us/recon-ar`.
///
/// The root group is `IDENTITY/root` and left out of the addresses below it; the process itself is
/// `IDENTITY`.
public final class Address {
  private Address() {}

  /// The address of the root group.
  public static String root(String identity) {
    return identity + "/root";
  }

  /// The address of a child, given the address of its parent group.
  public static String child(String parent, String key) {
    return childPrefix(parent) + "/" + key;
  }

  /// What the addresses of a group's children begin with.
  private static String childPrefix(String group) {
    boolean isRoot = group.endsWith("/root") && group.indexOf('/') == group.length() - 5;
    return isRoot ? group.substring(0, group.length() - 5) : group;
  }

  /// The identity of the process that an address lies in.
  public static String identity(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }
}
