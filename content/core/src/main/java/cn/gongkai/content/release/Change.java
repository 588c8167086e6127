package cn.gongkai.content.release;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityRef;
import java.time.Instant;

/// One line of a segment: the whole new state of an entity, or its end.
public sealed interface Change {

  EntityRef ref();

  /// The entity as it is from now on.
  ///
  /// @param json the exact text of the entity as signed, the form in which it is hashed and stored
  record Put(Entity entity, String json) implements Change {
    @Override
    public EntityRef ref() {
      return entity.ref();
    }
  }

  /// The entity is withdrawn: it must vanish from every terminal.
  ///
  /// @param reason for staff, for example `含个人信息`
  record Delete(EntityRef ref, String reason, Instant at) implements Change {}
}
