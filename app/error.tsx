"use client";

import { FailureText } from "@/components/layout/failure-text";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="contenido" tabIndex={-1} className="mx-auto w-full max-w-narrow px-4 py-16 outline-none sm:px-6 sm:py-24">
      <FailureText digest={error.digest} />
    </main>
  );
}
