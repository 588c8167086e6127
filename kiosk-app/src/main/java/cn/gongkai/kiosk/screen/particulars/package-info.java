/// Pages of what is not a document: answers, campaigns, events, credit entries, services,
/// proposals.
@NullMarked
package cn.gongkai.kiosk.screen.particulars;

import org.jspecify.annotations.NullMarked;
