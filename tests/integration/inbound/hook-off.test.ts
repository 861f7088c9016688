import { POST } from "@/app/api/mail/inbound/route";
import { letter } from "@/tests/integration/inbound/support/letters";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

it("without a secret in the environment there is no such address, whatever is sent along", async () => {
  for (const authorization of ["", "Bearer ", "Bearer undefined", "Bearer null"]) {
    const response = await POST(new Request("http://localhost:3000/api/mail/inbound", { method: "POST", body: new Uint8Array(letter()), headers: { "content-type": "message/rfc822", authorization } }));
    expect([response.status, await response.json()]).toEqual([404, { code: "HOOK_OFF", message: expect.stringContaining("no recibe correo") }]);
  }
  expect(await testDb().inboundMail.count()).toBe(0);
});
