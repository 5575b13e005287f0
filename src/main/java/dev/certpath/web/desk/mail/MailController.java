package dev.certpath.web.desk.mail;

import dev.certpath.notification.MailQueue;
import dev.certpath.notification.UndeliveredMail;
import dev.certpath.web.desk.DeskUrls;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows admins the mails that could not be sent, to send them again or to discard them. */
@Controller
class MailController {

    /** Empty without a mail server. */
    private final ObjectProvider<MailQueue> queue;

    MailController(ObjectProvider<MailQueue> queue) {
        this.queue = queue;
    }

    @GetMapping(DeskUrls.MAIL)
    ModelAndView list() {
        var page = new ModelAndView("desk/mail");
        page.addObject("mailEnabled", queue.getIfAvailable() != null);
        page.addObject(
                "mails",
                queue.stream().map(MailQueue::findUndelivered).findFirst().orElse(List.<UndeliveredMail>of()));
        return page;
    }

    @PostMapping(path = DeskUrls.MAIL, params = "act=again")
    ModelAndView sendAgain(@RequestParam String id, RedirectAttributes redirectAttributes) {
        return change(id, MailQueue::sendAgain, "mail.done.again", redirectAttributes);
    }

    @PostMapping(path = DeskUrls.MAIL, params = "act=discard")
    ModelAndView discard(@RequestParam String id, RedirectAttributes redirectAttributes) {
        return change(id, MailQueue::discard, "mail.done.discarded", redirectAttributes);
    }

    private ModelAndView change(
            String id, BiConsumer<MailQueue, String> change, String notice, RedirectAttributes redirectAttributes) {
        queue.ifAvailable(available -> change.accept(available, id));
        redirectAttributes.addFlashAttribute("notice", notice);
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.MAIL));
    }
}
