/// Words of residents and words of documents: terms, pinyin, synonyms, ranking and snippets. Pure;
/// the store asks it what to look for.
@NullMarked
package cn.gongkai.content.search;

import org.jspecify.annotations.NullMarked;
