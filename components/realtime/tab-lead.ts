/**
 * Calls `lead` in one of this browser's pages that ask under the same name, and in the next one when that goes; in each of them where
 * the browser has no locks, as without TLS. @param lead returns what ends it
 */
export function whenLeading(name: string, lead: () => () => void): () => void {
  if (!("locks" in navigator)) return lead();
  const waiting = new AbortController();
  let release = () => {};
  navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      const stop = lead();
      return new Promise<void>((resolve) => {
        release = () => {
          stop();
          resolve();
        };
      });
    })
    .catch(() => {}); // it was not waited for any longer
  return () => {
    waiting.abort();
    release();
  };
}
