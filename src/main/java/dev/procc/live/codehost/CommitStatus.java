package dev.procc.live.codehost;

/// The status of a commit.
///
/// @param context the name of the check, `procc/close-team/prod`
/// @param succeeded whether it is a success or a failure
/// @param description at most 140 characters, GitHub's limit
/// @param url of further information; empty for none
/// @param author who set it; empty when it is sent
public record CommitStatus(
    String context, boolean succeeded, String description, String url, String author) {}
