package cn.gongkai.content.release;

/// A change with its place in the channel's history.
///
/// @param sequence from 1, unique within the channel
public record NumberedChange(long sequence, Change change) {}
