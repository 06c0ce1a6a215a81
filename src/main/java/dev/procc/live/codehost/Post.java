package dev.procc.live.codehost;

/// A comment of a request, or an issue.
///
/// @param author the login of its author
/// @param url of its page; empty if the host does not give it
public record Post(String id, String author, String body, String url) {}
