package cn.gongkai.kiosk.media;

/// Is told when something begins and ends to play: that counts as use of the terminal.
public interface PlayingWatch {

  void began(Object source);

  void ended(Object source);
}
