package dev.procc.live.codehost;

/// A comment of a request, or an issue.
///
/// @param author the login of who wrote it
/// @param url where people read it; empty where the host does not say
public record Post(String id, String author, String body, String url) {}
