import { editRoutines } from "@/lib/automation/commands/edit-routines";
import { closeSolvedJob, remindCustomersJob } from "@/lib/automation/jobs";
import { tellTicketEvent } from "@/lib/notifications/tell";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { admin, system } from "@/tests/integration/automation/support/rules";
import { ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { pendingTicket, solvedTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const THURSDAY = at("2026-11-19T16:00");
const remind = (when: string) => remindCustomersJob.run(system(at(when)), {});
const reminders = async (ticketId: string) => (await testDb().ticketEvent.findMany({ where: { ticketId, type: "ticket.reminded" }, orderBy: { id: "asc" } })).map(({ data }) => (data as { number: string }).number);

describe("the reminders of a customer whose turn it is", () => {
  it("come after two and after five business days, each once, and the requester is told", async () => {
    const { id } = await pendingTicket({ at: THURSDAY });
    await remind("2026-11-23T15:59");
    expect(await reminders(id)).toEqual([]);
    await Promise.all([remind("2026-11-23T16:00"), remind("2026-11-23T16:00")]);
    await remind("2026-11-25T16:00");
    expect(await reminders(id)).toEqual(["1"]);
    await remind("2026-11-26T16:00");
    await remind("2026-11-27T16:00");
    expect(await reminders(id)).toEqual(["1", "2"]);
    const event = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: id, type: "ticket.reminded" } });
    await tellTicketEvent({ db: testDb(), now: at("2026-11-23T16:00") }, { eventId: event.id });
    expect(await testDb().notification.findMany({ where: { ticketEventId: event.id }, select: { userId: true, topic: true } })).toEqual([{ userId: ana.userId, topic: "reminders" }]);
  });

  it("begin anew when they are asked again", async () => {
    const { id } = await pendingTicket({ at: THURSDAY });
    await remind("2026-11-23T16:00");
    unwrap(await staffReply({ db: testDb(), actor: carla, now: at("2026-11-24T10:00") }, { ticketId: id, body: "¿Y la captura?", submissionKey: crypto.randomUUID(), next: "pending" }));
    await remind("2026-11-26T09:59");
    expect(await reminders(id)).toEqual(["1"]);
    await remind("2026-11-26T10:00");
    expect(await reminders(id)).toEqual(["1", "1"]);
  });

  it("that are long overdue are not sent any more", async () => {
    const { id } = await pendingTicket({ at: at("2026-10-05T10:00") });
    await remind("2026-11-25T10:00");
    expect(await reminders(id)).toEqual([]);
  });
});

it("an administrator sets the days, over the version that was seen", async () => {
  unwrap(await editRoutines(admin(), { version: 0, firstReminderDays: 0, secondReminderDays: 0, closeAfterDays: 3, asksSatisfaction: false }));
  expect(await editRoutines(admin(), { version: 0, firstReminderDays: 2, secondReminderDays: 5, closeAfterDays: 14, asksSatisfaction: true })).toMatchObject({ code: "ROUTINES_CHANGED", details: { version: "1", theirs: { closeAfterDays: 3 } } });
  const waiting = await pendingTicket({ at: THURSDAY });
  const solved = await solvedTicket({ at: THURSDAY });
  await remind("2026-11-23T16:00");
  await closeSolvedJob.run(system(at("2026-11-22T16:01")), {});
  expect(await reminders(waiting.id)).toEqual([]);
  expect(await ticketState(solved.id)).toMatchObject({ status: "closed" });
});
