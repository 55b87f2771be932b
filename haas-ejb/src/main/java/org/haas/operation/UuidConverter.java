package org.haas.operation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** UUIDs as PostgreSQL's own type, which the driver takes as an object. */
@Converter
public class UuidConverter implements AttributeConverter<UUID, Object> {
  @Override
  public Object convertToDatabaseColumn(UUID uuid) {
    return uuid;
  }

  @Override
  public UUID convertToEntityAttribute(Object stored) {
    return stored instanceof UUID uuid ? uuid : UUID.fromString(stored.toString());
  }
}
