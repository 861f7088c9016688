"use client";

import { FailureText } from "@/components/layout/failure-text";
import "./globals.css";

/** When even the root layout failed: a page of its own. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="es-MX">
      <body>
        <main id="contenido" className="mx-auto w-full max-w-narrow px-4 py-16 sm:px-6 sm:py-24">
          <FailureText digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
