import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import sharp from "sharp";
import { ZipFile } from "yazl";
import { machine, memoryOf, pause } from "./machine";
import { sessionCookie, type Person } from "./pages/session";
import { withDesk } from "./throw-away-desk";

const MEGABYTE = 1024 * 1024;
const COUNT = 24;
const GOAL_MEGABYTES = 300;
/** Every fourth is a picture, which the server makes anew. */
const isPicture = (at: number) => at % 4 === 0;

type Kind = { name: string; type: string; bytes: Uint8Array };

/** 24 files of 16 MB at once, as browsers send them, against the production server; its memory beside what it holds when idle. */
export async function run(): Promise<void> {
  console.log(`Uploads: ${COUNT} files of 16 MB at once, every fourth a picture. ${machine()}`);
  const kinds = { file: await archive(), picture: await photograph() };
  await withDesk({ data: "demo", env: { LOG_LEVEL: "error" } }, async ({ databaseUrl, server }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<Person>("SELECT id, name, email FROM app_user WHERE role = 'customer' AND suspended_at IS NULL ORDER BY email LIMIT 6");
      const cookies = await Promise.all(rows.map((row) => sessionCookie(client, row)));
      const send = (at: number) => upload(server.url, cookies[at % cookies.length]!, isPicture(at) ? kinds.picture : kinds.file);
      // Code and connections are loaded before the idle memory is read.
      await send(0);
      await send(1);
      await pause(4_000);
      const idle = memoryOf(server.pid);
      const watch = watchMemory(server.pid);
      const began = performance.now();
      const times = await Promise.all(Array.from({ length: COUNT }, (_, at) => send(at)));
      const seconds = (performance.now() - began) / 1000;
      const above = watch.stop() - idle;
      times.sort((one, other) => one - other);
      console.log(`  idle ${idle.toFixed(0)} MB, at most ${(idle + above).toFixed(0)} MB: ${above.toFixed(0)} MB above idle`);
      console.log(`  all in ${seconds.toFixed(1)} s (${((COUNT * 16) / seconds).toFixed(0)} MB/s); one file: median ${times[COUNT / 2]!.toFixed(1)} s, slowest ${times.at(-1)!.toFixed(1)} s`);
      const kept = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM attachment WHERE size > 1000000");
      if (kept.rows[0]?.count !== COUNT + 2) throw new Error(`Of ${COUNT + 2} files ${kept.rows[0]?.count} were kept.`);
      console.log(above < GOAL_MEGABYTES ? `Memory stays under ${GOAL_MEGABYTES} MB above idle.` : `Memory is NOT under ${GOAL_MEGABYTES} MB above idle.`);
    } finally {
      await client.end();
    }
  });
}

/** @returns seconds */
async function upload(origin: string, cookie: string, { name, type, bytes }: Kind): Promise<number> {
  const began = performance.now();
  const body = JSON.stringify({ input: { customId: randomUUID() }, files: [{ name, type, size: bytes.byteLength }] });
  const asked = await fetch(`${origin}/api/uploadthing?actionType=upload&slug=attachment`, { method: "POST", body, headers: { "content-type": "application/json", origin, cookie } });
  if (!asked.ok) throw new Error(`No address: ${asked.status} ${await asked.text()}`);
  const [signed] = (await asked.json()) as { url: string }[];
  const address = `${origin}${signed!.url}`;
  await fetch(address, { method: "HEAD" });
  const form = new FormData();
  form.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const sent = await fetch(address, { method: "PUT", body: form, headers: { range: "bytes=0-", origin } });
  if (!sent.ok) throw new Error(`Not taken: ${sent.status} ${await sent.text()}`);
  await sent.arrayBuffer();
  return (performance.now() - began) / 1000;
}

async function archive(): Promise<Kind> {
  const zip = new ZipFile();
  zip.addBuffer(randomBytes(16 * MEGABYTE - 1024), "datos.bin", { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return { name: "respaldo.zip", type: "application/zip", bytes: Buffer.concat(chunks) };
}

/** Noise, which no format makes small: close under 16 MB. */
async function photograph(): Promise<Kind> {
  const [width, height] = [4_000, 3_000];
  const pixels = randomBytes(width * height * 3);
  for (let quality = 95; ; quality -= 5) {
    const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ quality }).toBuffer();
    if (bytes.byteLength <= 16 * MEGABYTE) return { name: "foto.jpg", type: "image/jpeg", bytes };
  }
}

function watchMemory(pid: number): { stop: () => number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
