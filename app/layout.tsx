import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/layout/skip-link";
import { cn } from "@/components/ui/cn";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import "./globals.css";

// Served from here: neither the build nor the reader asks another host for it. Metrics of the fallback are adjusted, so nothing shifts.
const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-sans",
  adjustFontFallback: "Arial",
});

// Names such as "Wałęsa"; fetched only where such a letter occurs.
const interExtended = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-sans-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+2C60-2C7F,U+A720-A7FF" }],
});

export function generateMetadata(): Metadata {
  const t = getTranslator("public");
  const site = t("brand.site");
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: site, template: `%s | ${site}` },
    description: t("brand.description"),
    applicationName: site,
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/apple-touch-icon.png",
    },
    openGraph: { siteName: site, locale: "es_MX", type: "website" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#141619" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const t = getTranslator("ui");
  return (
    <html lang={env().APP_LOCALE} className={cn(inter.variable, interExtended.variable)}>
      <body>
        <SkipLink label={t("skipToContent")} />
        {children}
      </body>
    </html>
  );
}
