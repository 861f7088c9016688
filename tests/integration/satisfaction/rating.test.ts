import { tellTicketEvent } from "@/lib/notifications/tell";
import { rateTicket } from "@/lib/satisfaction/commands/rate-ticket";
import { askSatisfactionJob } from "@/lib/satisfaction/jobs";
import { findOwnRating, getSatisfaction } from "@/lib/satisfaction/queries";
import { changeStatus } from "@/lib/tickets/commands/change-status";
import { system } from "@/tests/integration/automation/support/rules";
import { eventsOf } from "@/tests/integration/tickets/support/rows";
import { ana, carla } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, solvedTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const SOLVED = at("2026-11-18T12:00");
const customer = (now: Temporal.Instant) => ({ db: testDb(), actor: ana, now });
const desk = (now: Temporal.Instant) => ({ db: testDb(), actor: carla, now });
const ask = (when: string) => askSatisfactionJob.run(system(at(when)), {});
const asked = async (id: string) => (await eventsOf(id)).filter((event) => event.startsWith("satisfaction.asked")).length;

describe("the question how it was attended", () => {
  it("is asked once, the day after, and told to whoever raised it", async () => {
    const { id } = await solvedTicket({ at: SOLVED });
    await ask("2026-11-19T11:59");
    expect(await asked(id)).toBe(0);
    await Promise.all([ask("2026-11-19T12:00"), ask("2026-11-19T12:00")]);
    await ask("2026-11-20T12:00");
    expect(await asked(id)).toBe(1);
    const event = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: id, type: "satisfaction.asked" } });
    await tellTicketEvent({ db: testDb(), now: at("2026-11-19T12:00") }, { eventId: event.id });
    expect(await testDb().notification.findMany({ where: { ticketEventId: event.id }, select: { userId: true, topic: true } })).toEqual([{ userId: ana.userId, topic: "satisfaction" }]);
  });

  it("is not asked of what was rated, reopened, or solved long ago", async () => {
    const rated = await solvedTicket({ at: SOLVED });
    unwrap(await rateTicket(customer(SOLVED), { ticketId: rated.id, satisfaction: "good", comment: "" }));
    const reopened = await solvedTicket({ at: SOLVED });
    unwrap(await changeStatus(desk(SOLVED), { ticketId: reopened.id, move: "reopen" }));
    const old = await solvedTicket({ at: at("2026-11-10T12:00") });
    await ask("2026-11-19T13:00");
    expect([await asked(rated.id), await asked(reopened.id), await asked(old.id)]).toEqual([0, 0, 0]);
  });
});

describe("the answer", () => {
  it("can be changed, tells the desk, and covers what looks like a secret", async () => {
    const { id } = await solvedTicket({ at: SOLVED });
    const later = SOLVED.add({ hours: 1 });
    unwrap(await rateTicket(customer(SOLVED), { ticketId: id, satisfaction: "bad", comment: "Mi contraseña: Xk29!mmQp7" }));
    unwrap(await rateTicket(customer(later), { ticketId: id, satisfaction: "good", comment: "Ya quedó. Mi contraseña: Xk29!mmQp7" }));
    unwrap(await rateTicket(customer(later), { ticketId: id, satisfaction: "good", comment: "Ya quedó. Mi contraseña: Xk29!mmQp7" }));
    const own = await findOwnRating(customer(later), id);
    expect(own).toMatchObject({ rating: { satisfaction: "good" } });
    expect(own!.rating!.comment).not.toContain("Xk29");
    expect((await eventsOf(id)).filter((event) => event.startsWith("satisfaction.given"))).toHaveLength(2);
    const figures = await getSatisfaction(desk(later));
    expect(figures.byAssignee.find(({ id: staffId }) => staffId === carla.userId)?.given.good).toBeGreaterThanOrEqual(1);
    expect(figures.latest.some(({ comment }) => comment === own!.rating!.comment)).toBe(true);
  });

  it("is taken of nothing that is open, or was solved two months ago", async () => {
    const open = await newTicket({ at: SOLVED });
    const { id } = await solvedTicket({ at: SOLVED });
    expect(await rateTicket(customer(SOLVED), { ticketId: open.id, satisfaction: "good", comment: "" })).toMatchObject({ code: "NOT_RATEABLE" });
    expect(await findOwnRating(customer(SOLVED.add({ hours: 24 * 61 })), id)).toBeNull();
  });
});
