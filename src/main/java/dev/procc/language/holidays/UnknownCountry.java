package dev.procc.language.holidays;

/// Why a code of a country leads nowhere, and what to write instead.
public record UnknownCountry(String message, String hint) {}
