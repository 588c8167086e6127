/// A client of The Update Framework: which metadata may be trusted, and what it says.
///
/// Follows the specification 1.0.34; its steps are cited by number where they are taken. Deciding
/// is pure ([TrustedSet]); what is fetched and kept goes through the ports [MetadataSource] and
/// [TrustedStore].
@NullMarked
package cn.gongkai.content.release.tuf;

import org.jspecify.annotations.NullMarked;
