package dev.procc.live.planfile;

/// The program that made a plan.
public record ToolVersion(String name, String version) {}
