/// The pages that a QR code opens on a phone: static, readable, without login, script or anything
/// from elsewhere.
@NullMarked
package cn.gongkai.desk.phone;

import org.jspecify.annotations.NullMarked;
