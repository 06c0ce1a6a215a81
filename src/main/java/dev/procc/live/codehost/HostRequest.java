package dev.procc.live.codehost;

/// A pull or merge request.
///
/// @param number as people write it, `12`
/// @param head the commit to be merged
/// @param isOpen whether it can still be merged
public record HostRequest(String number, String head, boolean isOpen) {}
