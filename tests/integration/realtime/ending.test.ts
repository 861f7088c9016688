import { randomUUID } from "node:crypto";
import { authOptions } from "@/lib/auth/options";
import { MOST_PER_PERSON } from "@/lib/realtime/hub";
import { forgetStreamEventsJob } from "@/lib/realtime/jobs";
import { mintSystem } from "@/lib/auth/mint";
import { tell } from "@/lib/realtime/tell";
import { allDelivered, listen, startProcess, until } from "@/tests/integration/realtime/support/streams";
import { ana, andres, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket } from "@/tests/support/factories";
import { signedIn } from "@/tests/support/sessions";

useDatabase();

let running: ReturnType<typeof startProcess>;
beforeEach(() => {
  running = startProcess();
});
afterEach(() => running.stop());

const signOut = (userId: string, sessionId?: string) => authOptions().events?.signOut?.({ token: { userId, sessionId } } as never);
const END = { event: "end", id: null, data: { why: "signed-out" } };

describe("a stream", () => {
  it("ends when its session does, and no other of the person's with it", async () => {
    const [laptop, phone] = [await signedIn(ana), await signedIn(ana)];
    const ended = await listen(running.hub, ana, { claim: { sessionId: laptop } });
    const other = await listen(running.hub, ana, { claim: { sessionId: phone } });
    await signOut(ana.userId, laptop);
    await until(() => !ended.isOpen());
    expect(ended.frames().at(-1)).toEqual(END);
    await allDelivered([{ stream: other, userId: ana.userId }]);
    expect(other.isOpen()).toBe(true);
    // A browser that was too slow to forget its cookie begins no new one.
    expect((await listen(running.hub, ana, { claim: { sessionId: laptop } })).isOpen()).toBe(false);
  });

  it("ends when a password is changed, and when the person is suspended, by whatever way", async () => {
    const [changed, suspended, untouched] = [await listen(running.hub, andres), await listen(running.hub, bruno), await listen(running.hub, carla)];
    await testDb().user.update({ where: { id: andres.userId }, data: { sessionVersion: { increment: 1 } } });
    await testDb().$executeRaw`UPDATE app_user SET suspended_at = now() WHERE id = ${bruno.userId}::uuid`;
    await until(() => !changed.isOpen() && !suspended.isOpen());
    expect([changed.frames().at(-1), suspended.frames().at(-1)]).toEqual([END, END]);
    expect(untouched.isOpen()).toBe(true);
    await testDb().user.update({ where: { id: andres.userId }, data: { sessionVersion: 1 } });
    await testDb().user.update({ where: { id: bruno.userId }, data: { suspendedAt: null } });
  });

  it("shows from now on what the person may see now", async () => {
    const ticket = await newTicket({ by: andres });
    const stream = await listen(running.hub, ana);
    const from = () => stream.news().filter((each) => each.topic === "ticket" && each.reference === ticket.reference && each.change === "answered").length;
    await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId: ticket.id });
    await until(() => from() === 1);
    await testDb().user.update({ where: { id: ana.userId }, data: { organizationRole: "member" } });
    await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId: ticket.id });
    await allDelivered([{ stream, userId: ana.userId }]);
    expect([from(), stream.isOpen()]).toEqual([1, true]);
    await testDb().user.update({ where: { id: ana.userId }, data: { organizationRole: "manager" } });
  });

  it("is refused to whoever has too many open, and not to others", async () => {
    const own = await Promise.all(Array.from({ length: MOST_PER_PERSON }, () => listen(running.hub, ana)));
    expect(own.map(({ refusal }) => refusal)).toEqual(own.map(() => null));
    expect((await listen(running.hub, ana)).refusal).toBe("TOO_MANY_STREAMS");
    expect((await listen(running.hub, bruno)).refusal).toBeNull();
    own[0]!.leave();
    expect((await listen(running.hub, ana)).refusal).toBeNull();
  });

  it("that is not read ends, and is told later what it missed", async () => {
    const ticket = await newTicket();
    let isClosed = false;
    await running.hub.join({ person: ana, claim: { userId: ana.userId, sessionVersion: 1 }, write: () => false, close: () => (isClosed = true) }, null);
    expect([isClosed, running.hub.size]).toEqual([true, 0]);
    expect((await listen(running.hub, ana)).news()).toContainEqual(expect.objectContaining({ reference: ticket.reference }));
  });

  it("comes again at once when the process ends", async () => {
    const stream = await listen(running.hub, ana);
    running.hub.endAll();
    expect([stream.isOpen(), stream.frames().at(-1)]).toEqual([false, { event: "end", id: null, data: { why: "again" } }]);
  });
});

it("events are forgotten after a day", async () => {
  const [old, young] = [randomUUID(), randomUUID()];
  for (const subjectId of [old, young]) await tell(testDb(), { topic: "ticket", kind: "ticket.replied", subjectId });
  await testDb().$executeRaw`UPDATE stream_event SET at = at - interval '25 hours' WHERE subject_id = ${old}::uuid`;
  await forgetStreamEventsJob.run({ db: testDb(), actor: mintSystem(), now: NOON }, {});
  const kept = await testDb().streamEvent.findMany({ where: { subjectId: { in: [old, young] } }, select: { subjectId: true } });
  expect(kept).toEqual([{ subjectId: young }]);
});
