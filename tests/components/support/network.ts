/** The network, the only thing that these tests replace: what was asked, and answers when the test gives them. */
export type Asked = { url: string; body: Record<string, unknown>; signal: AbortSignal | undefined; answer: (data: unknown, status?: number) => void; fail: () => void };

export function replaceNetwork(): Asked[] {
  const asked: Asked[] = [];
  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = (url, options) =>
      new Promise((resolve, reject) => {
        const signal = options?.signal ?? undefined;
        signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        asked.push({
          url: String(url),
          body: JSON.parse(String(options?.body ?? "{}")) as Record<string, unknown>,
          signal,
          answer: (data, status = 200) => resolve({ ok: status < 400, status, json: async () => ({ data }) } as Response),
          fail: () => reject(new TypeError("Failed to fetch")),
        });
      });
  });
  return asked;
}

export function askedAt(asked: Asked[], path: string): Asked[] {
  return asked.filter(({ url }) => url === path);
}
