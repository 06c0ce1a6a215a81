package dev.procc.language.ast;

import dev.procc.language.yaml.node.Scalar;

/// A node that has another address now; both are paths within the process.
public record MovedDecl(Scalar from, Scalar to) {}
