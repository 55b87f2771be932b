/** Reading and writing JSON, with the library looked for once. */
package org.haas.cli.json;
