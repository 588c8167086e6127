package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.tuf.TrustedStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trust of a terminal that is new and forgets everything: for verifying a publication or a
/// copy of one.
public final class MemoryTrust implements TrustedStore {

  private final Map<String, byte[]> files = new HashMap<>();

  public MemoryTrust(byte[] root) {
    files.put("root", root);
  }

  @Override
  public Optional<byte[]> find(String role) {
    return Optional.ofNullable(files.get(role));
  }

  @Override
  public void save(String role, byte[] bytes) {
    files.put(role, bytes);
  }

  @Override
  public void saveRoot(long version, byte[] bytes) {
    files.put("root", bytes);
  }

  @Override
  public void delete(String role) {
    files.remove(role);
  }

  @Override
  public List<byte[]> rootHistory() {
    return List.of();
  }
}
