package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import java.util.List;
import java.util.Optional;

/// Where a client keeps the metadata it has accepted, as received. Every method throws only
/// `RELEASE-IO`.
public interface TrustedStore {

  /// @param role `root`, `timestamp`, `snapshot`, `targets` or a delegated role's name
  Optional<byte[]> find(String role) throws ReleaseException;

  void save(String role, byte[] bytes) throws ReleaseException;

  /// Keeps a root as the current one and in the history.
  void saveRoot(long version, byte[] bytes) throws ReleaseException;

  void delete(String role) throws ReleaseException;

  /// Roots accepted before, newest first, for when the current one is damaged.
  List<byte[]> rootHistory() throws ReleaseException;
}
