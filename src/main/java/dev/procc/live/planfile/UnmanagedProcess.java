package dev.procc.live.planfile;

/// A live process that no definition and no ledger knows.
public record UnmanagedProcess(String id, String name) {}
