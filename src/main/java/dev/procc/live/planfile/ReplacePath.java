package dev.procc.live.planfile;

/// A difference that no call can make in place: part of the certificate of a replacement.
public record ReplacePath(String address, String field, Reason reason) {}
