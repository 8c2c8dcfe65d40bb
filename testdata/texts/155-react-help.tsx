import React, { useState } from "react";
import { Code, Heading, Link, Stack } from "@acme/ui";

type Props = { bucket: string; onDone: (choice: { skipped: boolean }) => void };

const corsExample = `[
  {
    "AllowedHeaders": ["*"],
    "AllowedMethods": ["GET", "PUT", "POST"],
    "AllowedOrigins": ["https://pages.example.com"],
    "ExposeHeaders": ["ETag"],
    "MaxAgeSeconds": 3000
  }
]`;

export function ConnectBucket({ bucket, onDone }: Props) {
  const [step, setStep] = useState<number>(0);
  if (step > 1) onDone({ skipped: false });
  return (
    <Stack gap={4}>
      <Heading level={2}>Connect {bucket}</Heading>
      <p>
        Open the bucket&rsquo;s permissions and paste this into the box for CORS. <Link href="/docs/cors">Why?</Link>
      </p>
      <Code language="json" copy>{corsExample}</Code>
      <button onClick={() => setStep((s) => s + 1)}>Next</button>
    </Stack>
  );
}
