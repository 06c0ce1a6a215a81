package dev.procc.live.planfile;

/// A live process that is neither in a definition nor in the ledger.
public record UnmanagedProcess(String id, String name) {}
