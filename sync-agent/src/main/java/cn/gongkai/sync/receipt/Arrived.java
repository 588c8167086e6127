package cn.gongkai.sync.receipt;

import cn.gongkai.content.report.Acknowledgement.Held;
import java.time.Instant;

/// What the county has got of a terminal's receipts, compared with what stands here.
///
/// @param issued when the county said so
public record Arrived(String terminal, String series, Held held, Instant issued) {}
