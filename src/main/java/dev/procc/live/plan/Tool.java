package dev.procc.live.plan;

/// The program that made a plan.
public record Tool(String name, String version) {}
