import {
  GetBucketCorsCommand,
  PutBucketCorsCommand,
  S3Client,
  S3ServiceException,
  type CORSConfiguration,
} from '@aws-sdk/client-s3';
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';

export interface StorageOptions {
  readonly bucket: string;
  readonly region?: string;
  readonly origin?: string;
  readonly method?: 'PUT' | 'POST';
}

@Injectable()
export class StorageService implements OnModuleInit {
  private readonly logger = new Logger(StorageService.name);
  private readonly client: S3Client;

  private static readonly cors: CORSConfiguration = {
    CORSRules: [
      {
        ID: 'browser',
        AllowedOrigins: ['https://care.example.org', 'https://care-*.example.org'],
        AllowedMethods: ['GET', 'PUT', 'HEAD'],
        AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
        ExposeHeaders: ['ETag', 'x-amz-checksum-sha256'],
        MaxAgeSeconds: 600,
      },
    ],
  };

  constructor(private readonly config: ConfigService<{ storage: StorageOptions }, true>) {
    this.client = new S3Client({ region: config.get('storage.region', { infer: true }) ?? 'eu-central-1' });
  }

  async onModuleInit(): Promise<void> {
    const Bucket = this.config.get('storage.bucket', { infer: true });
    if (await this.hasRules(Bucket)) return;
    await this.client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: StorageService.cors }));
    this.logger.log(`CORS is set on ${Bucket}`);
  }

  private async hasRules(Bucket: string): Promise<boolean> {
    try {
      const { CORSRules = [] } = await this.client.send(new GetBucketCorsCommand({ Bucket }));
      return CORSRules.length > 0;
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchCORSConfiguration') return false;
      throw error;
    }
  }
}
