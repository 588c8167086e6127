package cn.gongkai.desk.gate;

import cn.gongkai.desk.authoring.Authored;

/// One check of the gate.
interface Check {

  void check(Authored.Content content, Findings findings);
}
