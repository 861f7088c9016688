"use client";

import { Button, buttonClass } from "@/components/ui/button";
import ui from "@/lib/i18n/messages/es-MX/ui.json";

// An error boundary gets no props from the server, so it brings its own words.
const words = ui.error;

export function FailureText({ digest, onRetry = reload }: { digest?: string | undefined; onRetry?: () => void }) {
  return (
    <>
      <h1 className="text-xl font-semibold">{words.title}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.lead}</p>
      {digest && <p className="mt-2 text-sm text-muted">{words.reference.replace("{digest}", digest)}</p>}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          {words.retry}
        </Button>
        <a href="/" className={buttonClass()}>
          {words.home}
        </a>
      </div>
    </>
  );
}

/** What failed is mostly the server's part: rendering the same answer again would fail again. */
function reload() {
  window.location.reload();
}
