import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS, sergio } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const personOf = (session: Parameters<typeof findPersonOfSession>[1]) => findPersonOfSession({ db: testDb() }, session);

describe("the person of a session", () => {
  it("is nobody without one", async () => {
    for (const session of [null, {}, { userId: ana.userId }, { sessionVersion: 1 }]) expect(await personOf(session)).toBeNull();
  });

  it("is who it names, as an actor of the right kind", async () => {
    expect(await personOf({ userId: ana.userId, sessionVersion: 1 })).toEqual({
      kind: "customer",
      userId: ana.userId,
      name: "Ana Torres",
      email: "ana@acme.example",
      organizationId: ORGANIZATIONS.acme.id,
      isManager: true,
    });
    expect(await personOf({ userId: andres.userId, sessionVersion: 1 })).toMatchObject({ kind: "customer", isManager: false });
    expect(await personOf({ userId: carla.userId, sessionVersion: 1 })).toEqual({ kind: "staff", userId: carla.userId, name: "Carla Ríos", email: "carla@impera.example", role: "agent" });
    expect(await personOf({ userId: diego.userId, sessionVersion: 1 })).toMatchObject({ kind: "staff", role: "admin" });
  });

  it("is nobody once the person is suspended, from the next request on", async () => {
    expect(await personOf({ userId: sergio.userId, sessionVersion: 1 })).toBeNull();
    await testDb().user.update({ where: { id: bruno.userId }, data: { suspendedAt: new Date() } });
    expect(await personOf({ userId: bruno.userId, sessionVersion: 1 })).toBeNull();
  });

  it("is nobody in a session of another version", async () => {
    expect(await personOf({ userId: ana.userId, sessionVersion: 0 })).toBeNull();
    expect(await personOf({ userId: ana.userId, sessionVersion: 2 })).toBeNull();
  });

  it("is nobody once the person is gone", async () => {
    expect(await personOf({ userId: "00000000-0000-4000-8000-999999999999", sessionVersion: 1 })).toBeNull();
  });

  it("has today's rights, not those of when the session began", async () => {
    await testDb().user.update({ where: { id: andres.userId }, data: { organizationRole: "manager" } });
    expect(await personOf({ userId: andres.userId, sessionVersion: 1 })).toMatchObject({ isManager: true });
    await testDb().user.update({ where: { id: andres.userId }, data: { organizationId: null, organizationRole: null } });
    expect(await personOf({ userId: andres.userId, sessionVersion: 1 })).toMatchObject({ organizationId: null, isManager: false });
  });

  it("carries no more than an actor needs: no hash, no version", async () => {
    const person = await personOf({ userId: ana.userId, sessionVersion: 1 });
    expect(Object.keys(person!).sort()).toEqual(["email", "isManager", "kind", "name", "organizationId", "userId"]);
  });
});
