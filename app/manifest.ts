import type { MetadataRoute } from "next";
import { getTranslator } from "@/lib/i18n/translator";

/** So that it can stand on a phone's home screen, where some systems alone let a site show notifications. */
export default function manifest(): MetadataRoute.Manifest {
  const site = getTranslator("public")("brand.site");
  return {
    name: site,
    short_name: site,
    lang: "es-MX",
    start_url: "/portal",
    scope: "/",
    display: "standalone",
    background_color: "#fbfaf8",
    theme_color: "#fbfaf8",
    icons: [{ src: "/icon-512.png", sizes: "512x512", type: "image/png" }],
  };
}
