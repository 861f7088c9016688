/** The network, the only thing that these tests replace: what was asked, and answers when the test gives them. */
export type Asked = { url: string; body: Record<string, unknown>; signal: AbortSignal | undefined; answer: (data: unknown, status?: number) => void; refuse: (refusal: { code: string; message?: string; details?: unknown }, status?: number) => void; fail: () => void };

/** @param answered what is answered at once, by address */
export function replaceNetwork(answered: Record<string, unknown> = {}): Asked[] {
  const asked: Asked[] = [];
  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = (url, options) =>
      new Promise((resolve, reject) => {
        const signal = options?.signal ?? undefined;
        signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        if (String(url) in answered) resolve({ ok: true, status: 200, json: async () => ({ data: answered[String(url)] }) } as Response);
        asked.push({
          url: String(url),
          body: JSON.parse(String(options?.body ?? "{}")) as Record<string, unknown>,
          signal,
          answer: (data, status = 200) => resolve({ ok: status < 400, status, json: async () => ({ data }) } as Response),
          refuse: (refusal, status = 409) => resolve({ ok: false, status, json: async () => refusal } as Response),
          fail: () => reject(new TypeError("Failed to fetch")),
        });
      });
  });
  return asked;
}

export function askedAt(asked: Asked[], path: string): Asked[] {
  return asked.filter(({ url }) => url === path);
}
