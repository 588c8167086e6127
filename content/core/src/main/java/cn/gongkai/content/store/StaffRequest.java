package cn.gongkai.content.store;

import java.time.Instant;

/// What staff ask of the agent at the screen. Each is taken once.
public sealed interface StaffRequest {

  /// When it was asked, by the terminal's clock.
  Instant at();

  /// Look for a new release now (现在同步).
  record SyncNow(Instant at) implements StaffRequest {}

  /// Import the stick that the report names (U盘导入).
  ///
  /// @param stick [AgentReport.Stick#id] of what staff have confirmed, and of nothing else
  record ImportStick(String stick, Instant at) implements StaffRequest {}
}
