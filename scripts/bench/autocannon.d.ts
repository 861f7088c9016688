/** The part of autocannon that is used here; it brings no types of its own. */
declare module "autocannon" {
  type Request = { path?: string; method?: string; headers?: Record<string, string>; body?: string };
  type Result = {
    requests: { average: number; total: number };
    latency: { p50: number; p97_5: number; p99: number };
    errors: number;
    timeouts: number;
    non2xx: number;
  };
  function autocannon(options: { url: string; connections: number; duration: number; headers?: Record<string, string>; requests: Request[] }): Promise<Result>;
  export default autocannon;
}
