import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // server.ts compresses, after it has read the pages for their policy.
  compress: false,
  reactStrictMode: true,
  // A cached page older than this is rendered anew before it is served, however rarely it is visited.
  expireTime: 300,
  cacheHandler: fileURLToPath(new URL("./lib/http/page-cache.mjs", import.meta.url)),
  cacheMaxMemorySize: 0,
  serverExternalPackages: ["pg-boss", "pino", "pg", "@node-rs/argon2", "@prisma/adapter-pg", "rate-limiter-flexible"],
  typescript: { ignoreBuildErrors: true }, // `npm run check` has checked the types
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  devIndicators: false,
};
