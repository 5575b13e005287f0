/**
 * Mails to students and to the desk: when one is queued, how it is written and sent, and what becomes of those that can't
 * be sent. Without {@code SPRING_MAIL_HOST} there are none.
 *
 * <p>Start with {@code MailQueue}.
 */
@NullMarked
package dev.certpath.notification;

import org.jspecify.annotations.NullMarked;
