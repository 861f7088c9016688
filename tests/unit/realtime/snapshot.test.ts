import { frame } from "@/lib/realtime/frames";
import { cursorOf, hasSeen, laterOf, parseCursor, readSnapshot } from "@/lib/realtime/snapshot";

const snapshot = (text: string) => readSnapshot({ text, takenAtSeconds: 1_795_000_000 })!;

describe("a snapshot", () => {
  const seen = snapshot("10:20:12,15");

  it("saw what had ended, and neither what ran then nor what came later", () => {
    const revisions = [9n, 10n, 11n, 12n, 13n, 15n, 19n, 20n, 21n];
    expect(revisions.filter((revision) => hasSeen(seen, revision))).toEqual([9n, 10n, 11n, 13n, 19n]);
  });

  it("is the later one when it knows of more that began, or of more that ended", () => {
    expect(laterOf(seen, snapshot("12:25:12,15,20"))).toEqual(snapshot("12:25:12,15,20"));
    expect(laterOf(snapshot("15:20:15"), seen)).toEqual(snapshot("15:20:15"));
    expect(laterOf(seen, snapshot("15:20:15"))).toEqual(snapshot("15:20:15"));
  });

  it("is the same after it was a cursor", () => {
    expect(parseCursor(cursorOf(seen))).toEqual(seen);
    expect(parseCursor(cursorOf(snapshot("7:7:")))).toEqual(snapshot("7:7:"));
  });
});

it("a frame is one message, whatever stands in it", () => {
  expect(frame({ event: "ready", id: "1.7:7:", data: { text: "dos\nlíneas\r\n\r\nid: 9" } })).toBe('event: ready\nid: 1.7:7:\ndata: {"text":"dos\\nlíneas\\r\\n\\r\\nid: 9"}\n\n');
});
