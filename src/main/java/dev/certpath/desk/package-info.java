/**
 * The advisors' desk: the queue of cases, a case with what the student was told and what advisors do with it, and the
 * accounts that this is open to.
 *
 * <p>Start with {@link dev.certpath.desk.QueueController} and {@link dev.certpath.desk.CaseController}, one page each;
 * what they show goes through {@code CaseService} in {@code cases}, what advisors do through {@code CaseReviewService}. {@link
 * dev.certpath.desk.AccountBook} is what can be done with accounts, {@link dev.certpath.desk.AccountsController} the page
 * where admins do it, {@link dev.certpath.desk.DeskLogin} how one comes in, and {@link dev.certpath.desk.Visits} for how
 * long one stays. Every address of the desk is built in {@link dev.certpath.desk.DeskAddresses}.
 *
 * <p>Records are public here, though nobody else uses them: only then can what the pages ask of them be compiled.
 *
 * <p>Uses {@code cases}, {@code recommend} and {@code guide}, Spring MVC, Spring Security and JPA. It knows nothing of
 * the other doors; {@code site} hangs {@link dev.certpath.desk.DeskLogin} into the chain that guards the desk.
 */
@NullMarked
package dev.certpath.desk;

import org.jspecify.annotations.NullMarked;
