package dev.procc.view.periods;

/// Something of the last run that the next period might take over, once.
///
/// @param identity of the process of the last period
/// @param address of the node, without the identity; empty of one that was added by hand
/// @param title of the node
/// @param why what happened, `2 business days late: due Wed 2025-01-08, done Fri 2025-01-10`
/// @param yaml an item of `changes` of the new period; of a node that was added or cancelled what
///   the definition would say; empty where there is nothing to say
public record RunOffer(
    String identity, String address, String title, OfferKind kind, String why, String yaml) {
  /// What happened.
  public enum OfferKind {
    LATE("late"),
    RETURNED("returned"),
    CANCELLED("cancelled"),
    ADDED("added");

    private final String word;

    OfferKind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /// Whether a one-off change of the period says it.
    public boolean isChange() {
      return this == LATE || this == RETURNED;
    }
  }
}
