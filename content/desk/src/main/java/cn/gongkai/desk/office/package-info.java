/// The words inside office files (DOCX, XLSX, OFD), those too that no reader of them sees.
@NullMarked
package cn.gongkai.desk.office;

import org.jspecify.annotations.NullMarked;
