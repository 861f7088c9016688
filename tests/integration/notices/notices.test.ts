import { endNotice } from "@/lib/notices/commands/end-notice";
import { saveNotice } from "@/lib/notices/commands/save-notice";
import { noticeEventSchemas, type NoticeEventType } from "@/lib/notices/events";
import { findNotice, listNotices } from "@/lib/notices/queries";
import type { SaveNoticeInput } from "@/lib/notices/schema";
import { listShownNotices } from "@/lib/notices/shown-notices";
import { PAYLOADS } from "@/tests/support/payloads";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const NOWHERE = { home: false, knowledge: false, policies: false, sign_in: false, portal: false, ticket_form: false, agent: false };
const input = (changes: Partial<SaveNoticeInput> = {}): SaveNoticeInput => ({ noticeId: undefined, version: 0, tone: "warning", title: "Mantenimiento", body: "Esta noche.", startsAt: null, endsAt: null, ...NOWHERE, home: true, ...changes });
const titles = async (area: "home" | "agent" = "home", now = NOON) => (await listShownNotices(ctx(now), area)).map(({ title }) => title);

beforeEach(async () => {
  for (const { id } of await listNotices(ctx())) unwrap(await endNotice(ctx(), { noticeId: id }));
});

it("is shown in its areas from its beginning until its end, without anybody's doing", async () => {
  unwrap(await saveNotice(ctx(), input({ startsAt: NOON.add({ hours: 1 }), endsAt: NOON.add({ hours: 2 }) })));
  expect(await titles()).toEqual([]);
  expect(await titles("home", NOON.add({ hours: 1 }))).toEqual(["Mantenimiento"]);
  expect(await titles("agent", NOON.add({ hours: 1 }))).toEqual([]);
  expect(await titles("home", NOON.add({ hours: 2 }))).toEqual([]);
});

it("is over at once when it is ended, and one that had not begun never begins", async () => {
  const { noticeId } = unwrap(await saveNotice(ctx(), input()));
  expect(await titles()).toEqual(["Mantenimiento"]);
  unwrap(await endNotice(ctx(), { noticeId }));
  expect(await titles()).toEqual([]);
  const coming = unwrap(await saveNotice(ctx(), input({ startsAt: NOON.add({ hours: 5 }) })));
  unwrap(await endNotice(ctx(), { noticeId: coming.noticeId }));
  expect((await listNotices(ctx(NOON.add({ hours: 6 })))).filter(({ state }) => state !== "over")).toEqual([]);
});

it("is written over by whoever read it; to others it shows what it says now", async () => {
  const { noticeId } = unwrap(await saveNotice(ctx(), input()));
  unwrap(await saveNotice(ctx(), input({ noticeId, version: 1, title: "Otro" })));
  expect(await saveNotice(ctx(), input({ noticeId, version: 1, title: "Mío" }))).toMatchObject({ ok: false, code: "NOTICE_CHANGED", details: { version: "2", theirs: "Otro. Esta noche." } });
  expect((await findNotice(ctx(), noticeId))?.title).toBe("Otro");
});

it("leaves a trail of what it said, and of who ended it", async () => {
  const { noticeId } = unwrap(await saveNotice(ctx(), input()));
  unwrap(await saveNotice(ctx(), input({ noticeId, version: 1, title: "Otro" })));
  unwrap(await endNotice(ctx(), { noticeId }));
  unwrap(await endNotice(ctx(), { noticeId }));
  const events = await testDb().noticeEvent.findMany({ where: { noticeId }, orderBy: { id: "asc" } });
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ["notice.added", { version: 1, areas: ["home"], tone: "warning", title: "Mantenimiento", body: "Esta noche.", startsAt: NOON.toString(), endsAt: null }],
    ["notice.changed", expect.objectContaining({ version: 2, title: "Otro" })],
    ["notice.ended", { version: 3, wasShown: true }],
  ]);
  for (const { type, data, actorId } of events) expect([actorId, noticeEventSchemas[type as NoticeEventType].safeParse(data).error]).toEqual([diego.userId, undefined]);
});

it.each([
  ["in no area", { home: false }, "NOTICE_NOWHERE"],
  ["over before it begins", { startsAt: NOON, endsAt: NOON }, "NOTICE_ENDS_FIRST"],
  ["of which there is none", { noticeId: "00000000-0000-4000-8000-000000000099" }, "NOTICE_NOT_FOUND"],
])("is not saved %s", async (_name, changes, code) => {
  expect(await saveNotice(ctx(), input(changes))).toMatchObject({ ok: false, code });
});

it("keeps every word as it was typed", async () => {
  for (const payload of PAYLOADS.filter((each) => each.length <= 150 && each.trim() !== "")) {
    const { noticeId } = unwrap(await saveNotice(ctx(), input({ title: payload, body: payload })));
    expect(await findNotice(ctx(), noticeId)).toMatchObject({ title: payload, body: payload });
  }
});
