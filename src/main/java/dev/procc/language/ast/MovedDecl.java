package dev.procc.language.ast;

import dev.procc.language.yaml.node.Scalar;

/// A node with a new address; both are paths in the process.
public record MovedDecl(Scalar from, Scalar to) {}
