/**
 * Brings what a database of HIL knows into HaaS: reads HIL's tables, compares with what HaaS
 * answers, and asks HaaS for what is missing. It must not know HaaS's database.
 */
package org.haas.cli.hil;
