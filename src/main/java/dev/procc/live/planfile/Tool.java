package dev.procc.live.planfile;

/// The program that made a plan.
public record Tool(String name, String version) {}
