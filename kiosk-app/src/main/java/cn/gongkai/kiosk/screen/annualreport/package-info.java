/// The annual report of disclosure: its parts, its tables, its figures as bars, years compared.
@NullMarked
package cn.gongkai.kiosk.screen.annualreport;

import org.jspecify.annotations.NullMarked;
