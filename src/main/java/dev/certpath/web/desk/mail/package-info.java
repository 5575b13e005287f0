/** The admins' page of mails that could not be sent. */
@NullMarked
package dev.certpath.web.desk.mail;

import org.jspecify.annotations.NullMarked;
