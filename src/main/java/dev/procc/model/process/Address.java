package dev.procc.model.process;

import org.jspecify.annotations.Nullable;

/// The address of a node: `close@2024-Q4/entities/us/recon-ar`.
///
/// The root group is `IDENTITY/root`, and is left out of the addresses of its descendants; the
/// process itself is `IDENTITY`.
public final class Address {
  /// The key of the root group.
  public static final String ROOT = "root";

  private static final String ROOT_END = "/" + ROOT;

  private Address() {}

  /// The address of the root group.
  public static String root(String identity) {
    return identity + ROOT_END;
  }

  /// The address of a path in a process: `entities/us/recon-ar`; empty for the process itself.
  public static String of(String identity, String path) {
    return path.isEmpty() ? identity : identity + "/" + path;
  }

  /// The path of an address in its process; empty for the process itself.
  public static String path(String identity, String address) {
    return address.length() <= identity.length() ? "" : address.substring(identity.length() + 1);
  }

  /// The address of a child, given the address of its parent group.
  public static String child(String parent, String key) {
    return childPrefix(parent) + "/" + key;
  }

  /// The key of the node with an address.
  public static String lastKey(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /// The common start of the addresses of a group's children.
  private static String childPrefix(String group) {
    int end = group.length() - ROOT_END.length();
    boolean isRoot = group.endsWith(ROOT_END) && group.indexOf('/') == end;
    return isRoot ? group.substring(0, end) : group;
  }

  /// The identity of the process of an address: `close@2024-Q4`.
  public static String identity(String address) {
    for (int end = 0; end < address.length(); end++) {
      if (isSeparator(address.charAt(end))) {
        return address.substring(0, end);
      }
    }
    return address;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == ':';
  }

  /// The key of the process of an address: `close`.
  public static String processKey(String address) {
    String identity = identity(address);
    int at = identity.indexOf('@');
    return at < 0 ? identity : identity.substring(0, at);
  }

  /// The key of the period of an address, `2024-Q4`; null if it has none.
  public static @Nullable String period(String address) {
    String identity = identity(address);
    int at = identity.indexOf('@');
    return at < 0 ? null : identity.substring(at + 1);
  }

  /// The address without its period: `close/entities/us/recon-ar`.
  public static String withoutPeriod(String address) {
    return processKey(address) + address.substring(identity(address).length());
  }
}
