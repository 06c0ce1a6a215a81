package dev.procc.live.api;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// A region of the platform, to which a workspace and its API host belong.
public enum Region {
  US("https://api.app.wdesk.com"),
  EU("https://api.eu.wdesk.com"),
  APAC("https://api.apac.wdesk.com");

  private final URI uri;

  Region(String uri) {
    this.uri = URI.create(uri);
  }

  public URI uri() {
    return uri;
  }

  /// The name in a target: `us`, `eu`, `apac`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The region with a name.
  public static Optional<Region> of(String word) {
    for (Region region : values()) {
      if (region.text().equals(word)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
