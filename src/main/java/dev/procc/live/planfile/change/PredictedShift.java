package dev.procc.live.planfile.change;

/// A date that the server is predicted to move by itself; it is read back after the write.
///
/// @param before ISO
/// @param after ISO
public record PredictedShift(String address, String field, String before, String after) {}
