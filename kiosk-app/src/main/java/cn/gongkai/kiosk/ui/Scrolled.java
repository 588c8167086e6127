package cn.gongkai.kiosk.ui;

/// Something that can be moved along one direction.
@FunctionalInterface
public interface Scrolled {

  /// @param px positive moves the content towards its end
  /// @return how far it really moved; 0 at an end
  double by(double px);
}
