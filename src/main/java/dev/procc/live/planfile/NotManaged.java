package dev.procc.live.planfile;

/// A live process that no definition and no ledger knows.
public record NotManaged(String id, String name) {}
