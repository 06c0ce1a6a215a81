package dev.procc.live.apply;

import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import java.util.List;
import java.util.Optional;

/// A store that forwards to another one, for tests that act in between.
class ForwardingStore implements LedgerStore {
  private final LedgerStore store;

  ForwardingStore(LedgerStore store) {
    this.store = store;
  }

  @Override
  public Optional<LedgerEntry> load(String target, String identity) throws LedgerException {
    return store.load(target, identity);
  }

  @Override
  public List<LedgerEntry> list(String target) throws LedgerException {
    return store.list(target);
  }

  @Override
  public List<String> identities(String target) throws LedgerException {
    return store.identities(target);
  }

  @Override
  public void save(LedgerEntry entry, String note) throws LedgerException {
    store.save(entry, note);
  }

  @Override
  public void confirm(LedgerEntry entry) throws LedgerException {
    store.confirm(entry);
  }

  @Override
  public void delete(String target, String identity, String note) throws LedgerException {
    store.delete(target, identity, note);
  }
}
