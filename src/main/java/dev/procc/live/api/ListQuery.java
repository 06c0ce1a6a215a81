package dev.procc.live.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A query for the list of processes.
///
/// @param nameContains a part of the name; empty for all
/// @param orderBy `name`, `dueDate` or `run.created.dateTime`, with `asc` or `desc`; empty for the
///   server's order
/// @param pageSize 1 to 1000
public record ListQuery(String nameContains, String orderBy, int pageSize) {
  /// All processes, in as few pages as possible, in an order that later changes do not disturb.
  public static final ListQuery ALL = new ListQuery("", "name asc", 1000);

  public ListQuery {
    if (pageSize < 1 || pageSize > 1000) {
      throw new IllegalArgumentException("a page has 1 to 1000 items, not " + pageSize);
    }
  }

  public static ListQuery named(String text) {
    return new ListQuery(text, "name asc", 1000);
  }

  String path() {
    StringBuilder path = new StringBuilder("/processes?$maxpagesize=").append(pageSize);
    if (!nameContains.isEmpty()) {
      String quoted = "name contains '" + nameContains.replace("'", "''") + "'";
      path.append("&$filter=").append(encode(quoted));
    }
    if (!orderBy.isEmpty()) {
      path.append("&$orderBy=").append(encode(orderBy));
    }
    return path.toString();
  }

  /// Percent-encoded for a query or a path segment.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
