import { S3Client, PutBucketCorsCommand } from "@aws-sdk/client-s3";
import { env } from "./env";

const HOUR = 60 * 60;

export const configureCors = async (bucketName: string, origins: readonly string[]) => {
  const s3 = new S3Client({
    region: "auto",
    endpoint: `https://${env.ACCOUNT_ID}.r2.cloudflarestorage.com`,
    credentials: { accessKeyId: env.KEY, secretAccessKey: env.SECRET },
  });

  return s3.send(
    new PutBucketCorsCommand({
      Bucket: bucketName,
      CORSConfiguration: {
        CORSRules: [
          {
            AllowedOrigins: [...origins],
            AllowedMethods: ["GET", "PUT"],
            AllowedHeaders: ["*"],
            ExposeHeaders: ["ETag"],
            MaxAgeSeconds: HOUR * 2,
          },
        ],
      },
    }),
  );
};
