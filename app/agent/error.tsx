"use client";

import { FailureText } from "@/components/layout/failure-text";

/** The queues stay beside it: the agent can go on with another ticket. */
export default function AgentError({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="p-6 lg:col-span-2">
      <FailureText digest={error.digest} />
    </div>
  );
}
