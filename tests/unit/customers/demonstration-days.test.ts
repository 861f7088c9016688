import { organizations } from "@/prisma/seed/content/people";
import { tickets } from "@/prisma/seed/content/tickets";
import { policyCalendar } from "@/prisma/seed/base";
import { columnsOf } from "@/prisma/seed/organizations";
import { businessMinutesBefore } from "@/prisma/seed/replay-tickets";
import { isGood, standingOf } from "@/lib/customers/standing";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { compileCalendar } from "@/lib/sla/calendar";
import { toDay } from "@/lib/time/days";

const FIRST = Temporal.Instant.from("2026-01-01T06:30:00Z");

/** The demonstration is dated relative to the day on which it is made, whatever day that is. */
it("on every day of a year, each ticket of the demonstration is about a product that its customer had then", () => {
  const products = new Map(organizations.flatMap((each) => each.products).map((product) => [product.key, product]));
  const offences = new Set<string>();
  for (let day = 0; day < 366; day += 1) {
    const now = FIRST.add({ hours: 24 * day });
    const calendar = compileCalendar(policyCalendar(now));
    for (const { key, product, department, openedBusinessMinutesAgo } of tickets) {
      // Open to all: what has ended may be written about.
      if (!product || department === "facturacion") continue;
      const row = columnsOf(products.get(product)!, now);
      const opened = businessMinutesBefore(calendar, now, openedBusinessMinutesAgo).toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate();
      const standing = standingOf({ ...row, startsOn: toDay(row.startsOn), endsOn: row.endsOn && toDay(row.endsOn), specialContractEndsOn: row.specialContractEndsOn && toDay(row.specialContractEndsOn) } as never, opened);
      if (!isGood(standing)) offences.add(`${key}: ${standing.kind}`);
    }
  }
  expect([...offences]).toEqual([]);
});
