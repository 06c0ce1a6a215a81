package dev.procc.view.periods;

/// An offer of the last run that the next period might take over.
///
/// @param identity of the process in the last period
/// @param address of the node, without the identity; empty for one that was added manually
/// @param title of the node
/// @param why what happened, `2 business days late: due Wed 2025-01-08, done Fri 2025-01-10`
/// @param yaml an item of `changes` for the new period; for a node that was added or cancelled, its
///   definition; empty if there is nothing to write
public record RunOffer(
    String identity, String address, String title, OfferKind kind, String why, String yaml) {
  /// What happened in the last run.
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

    /// Whether it is a one-off change of the period.
    public boolean isChange() {
      return this == LATE || this == RETURNED;
    }
  }
}
