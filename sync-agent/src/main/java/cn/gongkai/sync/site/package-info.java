/// Where releases come from: a web site through the REST client, or a folder. The only HTTP.
@NullMarked
package cn.gongkai.sync.site;

import org.jspecify.annotations.NullMarked;
