package dev.certpath.cases.calendar;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The calendar events of cases. */
interface CalendarEventRepository extends Repository<CalendarEvent, Long> {

    List<CalendarEvent> findByCaseId(Long caseId);

    CalendarEvent saveAndFlush(CalendarEvent event);
}
