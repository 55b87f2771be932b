/** The driver of OBMd against a daemon that is as strict about tokens. */
package org.haas.driver.obmd;
