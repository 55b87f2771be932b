/** The value types that reach hardware, against what people and attackers type. */
package org.haas.spi;
