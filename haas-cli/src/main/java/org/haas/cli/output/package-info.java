/** How results are written: tables for people; JSON, YAML and CSV for programs. */
package org.haas.cli.output;
