package dev.procc.live.planfile.change;

/// A difference that no call can make in place: part of the certificate of a replacement.
public record ReplacementCause(String address, String field, ChangeReason reason) {}
