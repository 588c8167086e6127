package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Entity;

/// An entity and where it was written.
public record Entry<E extends Entity>(E entity, Source source) {}
