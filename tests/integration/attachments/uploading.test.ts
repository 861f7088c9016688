import { randomUUID } from "node:crypto";
import { GET as getFile } from "@/app/api/files/[id]/route";
import { cookieOf, ORIGIN, uploadFile } from "@/tests/integration/attachments/support/uploading";
import { ana } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const NOTES = { name: "notas.txt", type: "text/plain", bytes: Buffer.from("Desde ayer no abre.\n".repeat(1000)) };

describe("an upload", () => {
  it("goes from the browser to the store and back", async () => {
    const id = randomUUID();
    const file = await uploadFile(ana, NOTES, id);
    expect(file).toEqual({ id, name: "notas.txt", size: 20_000, kind: "file", width: null, height: null, href: `/api/files/${id}`, downloadHref: `/api/files/${id}?download=1`, thumbnailHref: null });
    expect(await testDb().attachmentDiscard.count()).toBe(0);
    const answer = await getFile(new Request(`${ORIGIN}${file.href}`, { headers: { cookie: await cookieOf(ana) } }), { params: Promise.resolve({ id }) });
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(NOTES.bytes)).toBe(true);
  });
});
