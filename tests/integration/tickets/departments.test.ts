import { editDepartment } from "@/lib/tickets/commands/edit-department";
import { listDepartmentSettings } from "@/lib/tickets/department-settings";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = () => ({ db: testDb(), actor: diego, now: NOON });
const fields = { name: "Softlik", description: "Licencias", position: 6, isActive: true, isOpenToAll: false, isEssential: false };

describe("departments", () => {
  it("change name, words, order, and whom they attend", async () => {
    const id = await departmentId("softlik");
    unwrap(await editDepartment(ctx(), { departmentId: id, ...fields, name: "Softlik y ventas", position: 1, isOpenToAll: true }));
    expect((await listDepartmentSettings(ctx())).find((each) => each.id === id)).toEqual({ id, slug: "softlik", ...fields, name: "Softlik y ventas", position: 1, isOpenToAll: true });
    expect(await editDepartment(ctx(), { departmentId: id, ...fields, name: "FACTURACIÓN" })).toEqual({ ok: false, code: "DEPARTMENT_NAME_TAKEN" });
  });

  it("are never all closed, also by two at once", async () => {
    await testDb().department.updateMany({ data: { isActive: false } });
    const ids = [await departmentId("softlik"), await departmentId("desarrollo")];
    await testDb().department.updateMany({ where: { id: { in: ids } }, data: { isActive: true } });
    const both = await Promise.all(ids.map((id, at) => editDepartment(ctx(), { departmentId: id, ...fields, name: `Uno ${at}`, isActive: false })));
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["LAST_DEPARTMENT", "ok"]);
  });
});
