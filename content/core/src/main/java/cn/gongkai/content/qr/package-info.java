/// QR codes: encoded, sized in millimetres, and verified by decoding before anyone sees them.
@NullMarked
package cn.gongkai.content.qr;

import org.jspecify.annotations.NullMarked;
