package dev.procc.language.expand;

import dev.procc.language.expand.loops.TableSource;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.yaml.node.Mapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The inputs of the expansion of one process.
///
/// @param process its document
/// @param templates the documents of all templates, by key
/// @param variables its resolved variables
/// @param builtIns the period and the target
/// @param period the document of the period, for its `changes`; null without a period
/// @param target the mapping of the target in `procc.yaml`, for its `process`; null without a
///   target
/// @param tables the tables that `forEach` names
/// @param limits the bounds of the expansion
public record ExpandRequest(
    Mapping process,
    Map<String, Mapping> templates,
    Variables variables,
    BuiltInVariables builtIns,
    @Nullable Mapping period,
    @Nullable Mapping target,
    TableSource tables,
    ExpandLimits limits) {}
