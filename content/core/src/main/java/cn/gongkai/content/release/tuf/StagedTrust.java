package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accepted metadata that is kept back until the content it names has been applied. New roots are
/// not kept back: trusting a new root is right whatever becomes of the content.
///
/// A run that ends without [#commit] leaves the older metadata, and the next run decides anew. Not
/// thread-safe; one run.
public final class StagedTrust implements TrustedStore {

  private final TrustedStore kept;
  private final Map<String, Optional<byte[]>> staged = new LinkedHashMap<>();

  public StagedTrust(TrustedStore kept) {
    this.kept = kept;
  }

  @Override
  public Optional<byte[]> find(String role) throws ReleaseException {
    Optional<byte[]> waiting = staged.get(role);
    return waiting == null ? kept.find(role) : waiting;
  }

  @Override
  public void save(String role, byte[] bytes) {
    staged.put(role, Optional.of(bytes.clone()));
  }

  @Override
  public void saveRoot(long version, byte[] bytes) throws ReleaseException {
    kept.saveRoot(version, bytes);
  }

  /// At once, as it belongs to a new root: a client that forgot to forget would be stuck for ever.
  @Override
  public void delete(String role) throws ReleaseException {
    staged.remove(role);
    kept.delete(role);
  }

  @Override
  public List<byte[]> rootHistory() throws ReleaseException {
    return kept.rootHistory();
  }

  /// Keeps what was accepted, the timestamp first, as it guards against going back.
  public void commit() throws ReleaseException {
    for (Map.Entry<String, Optional<byte[]>> entry : staged.entrySet()) {
      if (entry.getValue().isPresent()) {
        kept.save(entry.getKey(), entry.getValue().get());
      }
    }
    staged.clear();
  }
}
