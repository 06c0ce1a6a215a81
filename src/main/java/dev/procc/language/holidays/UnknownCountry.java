package dev.procc.language.holidays;

/// The problem with an unknown country code, and what to write instead.
public record UnknownCountry(String message, String hint) {}
