import fc from "fast-check";
import { boundaryOf, filePart, MultipartError } from "@/lib/attachments/multipart";

const BOUNDARY = "----x9";
const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: text/plain\r\n\r\n`;

async function* inPieces(whole: Buffer, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, n = 0; at < whole.length; n += 1) {
    const size = sizes[n % sizes.length]!;
    yield new Uint8Array(whole.subarray(at, at + size));
    at += size;
  }
}

async function read(whole: Buffer, sizes: number[] = [whole.length]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of filePart(inPieces(whole, sizes), BOUNDARY)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const bodyOf = (content: Buffer, tail = "") => Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n${tail}`)]);

describe("the file in a form", () => {
  it("is the same in whatever pieces it comes, and whatever it holds", async () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.array(fc.constantFrom("\r\n", "--", BOUNDARY, `\r\n--${BOUNDARY}`, "-", "a", "\r")).map((parts) => Buffer.from(parts.join(""))));
    await fc.assert(
      fc.asyncProperty(content, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async (bytes, sizes) => {
        fc.pre(!Buffer.from(bytes).includes(`\r\n--${BOUNDARY}--`));
        expect((await read(bodyOf(Buffer.from(bytes)), sizes)).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("ends where it ends: what follows is nothing", async () => {
    expect(String(await read(bodyOf(Buffer.from("uno"), "dos".repeat(50)), [7]))).toBe("uno");
  });

  it.each([
    ["cut off", Buffer.from(`${head}uno`)],
    ["cut off in its header", Buffer.from(head.slice(0, 40))],
    ["no form", Buffer.from("uno")],
    ["another field", Buffer.from(bodyOf(Buffer.from("uno")).toString().replace('name="file"', 'name="other"'))],
    ["a header without end", Buffer.from(`--${BOUNDARY}\r\n${"x".repeat(9_000)}`)],
    ["nothing", Buffer.alloc(0)],
  ])("is refused when it is %s", async (_what, whole) => {
    await expect(read(whole, [100])).rejects.toThrow(MultipartError);
  });

  it("is told by its boundary", () => {
    expect(["multipart/form-data; boundary=abc", 'multipart/form-data; charset=x; boundary="a b"', "multipart/mixed; boundary=abc", "text/plain", null, "multipart/form-data"].map(boundaryOf)).toEqual(["abc", "a b", null, null, null, null]);
  });
});
