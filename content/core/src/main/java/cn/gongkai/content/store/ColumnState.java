package cn.gongkai.content.store;

import java.time.OffsetDateTime;

/// What is in a column and the columns below it.
///
/// @param newest publication time of the newest item (更新于)
public record ColumnState(long items, OffsetDateTime newest) {}
