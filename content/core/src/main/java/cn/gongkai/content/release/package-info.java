/// The release format: channels, segments of changes, and what a terminal has to fetch.
///
/// Files are read under [ReleaseLimits] and refused with one of the codes of [ReleaseException].
/// Signed metadata is the matter of the packages below.
@NullMarked
package cn.gongkai.content.release;

import org.jspecify.annotations.NullMarked;
