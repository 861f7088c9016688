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
  serverExternalPackages: ["pg-boss", "pino", "pg", "@node-rs/argon2", "@prisma/adapter-pg", "rate-limiter-flexible", "uploadthing", "@uploadthing/shared", "file-type", "sharp", "libheif-js", "imapflow", "yazl", "yauzl", "@aws-sdk/client-s3", "@aws-sdk/lib-storage"],
  typescript: { ignoreBuildErrors: true }, // `npm run check` has checked the types
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  devIndicators: false,
  // The desk before this one often stood in a folder of its site; its addresses are the same there.
  rewrites: async () => ["index", "knowledgebase", "ticket"].map((page) => ({ source: `/:folder/${page}.php`, destination: `/${page}.php` })),
};
