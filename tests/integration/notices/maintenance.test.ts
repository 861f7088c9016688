import { createDb } from "@/lib/db/client";
import { setMaintenance } from "@/lib/notices/commands/set-maintenance";
import { findCurrentMaintenance, knownMaintenance } from "@/lib/notices/current-maintenance";
import { noticeEventSchemas, type NoticeEventType } from "@/lib/notices/events";
import { maintenanceGate } from "@/lib/notices/maintenance-gate";
import { findMaintenanceSettings } from "@/lib/notices/queries";
import type { SetMaintenanceInput } from "@/lib/notices/schema";
import { cookieOf } from "@/tests/integration/attachments/support/uploading";
import { ana, carla, diego, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const hours = (count: number) => NOON.add({ hours: count });
const versionNow = async () => (await findMaintenanceSettings(ctx()))!.version;
const set = async (changes: Partial<SetMaintenanceInput> = {}, now = NOON) => setMaintenance(ctx(now), { version: await versionNow(), isOn: true, message: "Cambio de servidores.", startsAt: null, expectedUntil: hours(2), ...changes });
const isHeld = async (now = NOON) => (await findCurrentMaintenance(ctx(now))) !== null;

beforeEach(async () => {
  await set({ isOn: false });
});

it("holds the desk at once, until somebody opens it again", async () => {
  expect(unwrap(await set())).toMatchObject({ state: "on" });
  expect(await findCurrentMaintenance(ctx())).toMatchObject({ message: "Cambio de servidores.", expectedUntil: hours(2) });
  expect(await isHeld(hours(9))).toBe(true);
  expect(unwrap(await set({ isOn: false }))).toMatchObject({ state: "off" });
  expect(await isHeld()).toBe(false);
});

it("begins by itself when it is planned, and can be called off", async () => {
  expect(unwrap(await set({ startsAt: hours(1) }))).toMatchObject({ state: "planned" });
  expect([await isHeld(), await isHeld(hours(1).subtract({ milliseconds: 1 })), await isHeld(hours(1))]).toEqual([false, false, true]);
  unwrap(await set({ isOn: false }));
  expect(await isHeld(hours(1))).toBe(false);
});

it("keeps when it began while its words change", async () => {
  unwrap(await set());
  unwrap(await set({ message: "Ya falta poco." }, hours(1)));
  expect(await findMaintenanceSettings(ctx(hours(1)))).toMatchObject({ state: "on", message: "Ya falta poco.", startsAt: NOON });
});

it.each([
  ["has passed", {}, 3],
  ["comes before its beginning", { startsAt: hours(5) }, 0],
])("is not set with an end that %s", async (_name, changes, now) => {
  expect(await set(changes, hours(now))).toMatchObject({ ok: false, code: "MAINTENANCE_ENDS_FIRST" });
  expect(await isHeld(hours(9))).toBe(false);
});

it("is changed by one of two who read the same; the other sees what holds now", async () => {
  const version = await versionNow();
  const answers = await Promise.all(["Uno", "Dos"].map((message) => set({ version, message })));
  expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["MAINTENANCE_CHANGED", "ok"]);
  const { message, version: newest } = (await findMaintenanceSettings(ctx()))!;
  expect(answers.find((each) => !each.ok)).toMatchObject({ details: { version: String(newest), theirs: { message, expectedUntil: "2026-11-18T14:00" } } });
  expect(unwrap(await set({ version: newest, message: "Tres" }))).toMatchObject({ state: "on" });
});

it("writes each change into the trail, and nothing where nothing changed", async () => {
  const before = await testDb().noticeEvent.count();
  unwrap(await set());
  unwrap(await set({ isOn: false }));
  unwrap(await set({ isOn: false }));
  const events = await testDb().noticeEvent.findMany({ orderBy: { id: "asc" }, skip: before });
  expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([["maintenance.on", diego.userId], ["maintenance.off", diego.userId]]);
  for (const { type, data } of events) expect(noticeEventSchemas[type as NoticeEventType].safeParse(data).error).toBeUndefined();
  expect((await findMaintenanceSettings(ctx()))!.history.slice(0, 2).map(({ isOn, by }) => [isOn, by])).toEqual([[false, "Diego Mora"], [true, "Diego Mora"]]);
});

it("leaves the desk open when the database does not answer", async () => {
  const nowhere = createDb({ url: "postgresql://mesa@127.0.0.1:1/mesa", poolSize: 2 });
  expect(await findCurrentMaintenance({ db: nowhere, now: NOON })).toBeNull();
  // And does not ask again at once.
  expect(knownMaintenance(nowhere, NOON)).toBeNull();
  await nowhere.$disconnect();
});

describe("the gate in front", () => {
  const gate = () => maintenanceGate({ db: testDb(), clock: () => NOON });
  const kindFor = async (cookie: string, [method, url]: readonly [string, string] = ["GET", "/portal"], headers = {}) => (await gate()({ method, url, headers: { cookie, ...headers } }))?.kind ?? null;

  it("lets everybody pass while nothing is held, without waiting for anything once it has looked", async () => {
    await isHeld();
    expect(gate()({ method: "GET", url: "/", headers: {} })).toBeNull();
  });

  it("holds whoever is no staff: nobody, customers, the suspended, a session that is none", async () => {
    unwrap(await set());
    const cookies = [await cookieOf(diego), await cookieOf(carla), await cookieOf(ana), await cookieOf(sergio), "next-auth.session-token=x", ""];
    expect(await Promise.all(cookies.map((cookie) => kindFor(cookie)))).toEqual(["staff", "staff", "page", "page", "page", "page"]);
  });

  it("says how long, in seconds and as an instant, while the end is still to come", async () => {
    unwrap(await set());
    expect(await gate()({ method: "GET", url: "/", headers: {} })).toEqual({ kind: "page", retryAfterSeconds: 7200, until: hours(2), message: "Estamos en mantenimiento. Vuelva a intentar en unos minutos." });
    const late = maintenanceGate({ db: testDb(), clock: () => hours(3) });
    expect(await late({ method: "GET", url: "/", headers: {} })).toMatchObject({ retryAfterSeconds: 300, until: null });
  });

  it("leaves the ways in open, and marks what is sent there for the actions", async () => {
    unwrap(await set());
    const form = { "content-type": "multipart/form-data; boundary=x" };
    expect(await kindFor("", ["GET", "/sign-in"])).toBeNull();
    expect(await kindFor("", ["POST", "/sign-in"], form)).toBe("marked");
    expect(await kindFor(await cookieOf(ana), ["POST", "/portal/tickets/new"], form)).toBe("form");
    expect(await kindFor(await cookieOf(carla), ["PUT", "/api/ingest/x"])).toBe("staff");
  });
});
