"use client";

import { FailureText } from "@/components/layout/failure-text";

/** The queues stay beside it: the agent can go on with another ticket. */
export default function AgentError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="p-6 lg:col-span-2">
      <FailureText digest={error.digest} onRetry={reset} />
    </div>
  );
}
