package dev.procc.language.expand;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A check that each change of a period of several processes names one of them. No process takes a
/// change that names none, so that it would silently not happen.
public final class ChangePlaces {
  private ChangePlaces() {}

  public static void check(PeriodDecl period, Findings findings) {
    YamlNode list = period.document().get("processes");
    if (period.processes().size() < 2 || list == null || Unknown.isIncomplete(list)) {
      return;
    }
    List<String> processes = new ArrayList<>();
    period.processes().forEach(process -> processes.add(process.value()));
    for (Mapping change : period.changes()) {
      if (change.get("at") instanceof Scalar at && !at.isNull()) {
        check(at, period.key().value(), processes, findings);
      }
    }
  }

  private static void check(Scalar at, String period, List<String> processes, Findings findings) {
    String address = at.value();
    int slash = address.indexOf('/');
    String identity = slash < 0 ? address : address.substring(0, slash);
    String path = slash < 0 ? "" : address.substring(slash);
    int sign = identity.indexOf('@');
    String process = sign < 0 ? identity : identity.substring(0, sign);
    boolean own = sign < 0 || identity.substring(sign + 1).equals(period);
    if (own && processes.contains(process)) {
      return;
    }
    @Nullable String meant =
        processes.contains(process) ? process : Spelling.nearest(process, processes).orElse(null);
    String first = processes.getFirst() + "/" + address;
    findings.add(
        Finding.of(
                ExpandCodes.UNKNOWN_CHANGE,
                at.span(),
                "\"" + address + "\" is in none of the processes of " + period)
            .withHint(
                meant != null
                    ? "did you mean \"" + meant + path + "\"?"
                    : "begin with the key of its process, as " + first));
  }
}
