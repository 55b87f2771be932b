/**
 * What an installation decides: the typed configuration, the clock, the schema's migration, the
 * master key. Knows no feature.
 */
package org.haas.config;
