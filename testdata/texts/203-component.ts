import * as aws from "@pulumi/aws";
import { ComponentResource, ComponentResourceOptions, Input, Output } from "@pulumi/pulumi";

export interface DropZoneArgs {
    origins: Input<string>[];
    maxAge?: number;
    owner: Input<string>;
}

/** A bucket into which browsers may write, and nothing else. */
export class DropZone extends ComponentResource {
    readonly bucketName: Output<string>;

    constructor(name: string, args: DropZoneArgs, opts?: ComponentResourceOptions) {
        super("acme:storage:DropZone", name, {}, opts);

        const bucket = new aws.s3.Bucket(`${name}-bucket`, {
            acl: aws.s3.CannedAcl.Private,
            corsRules: [{
                allowedOrigins: args.origins,
                allowedMethods: ["PUT"],
                allowedHeaders: ["content-type", "content-md5"],
                exposeHeaders: ["ETag"],
                maxAgeSeconds: args.maxAge ?? 3000,
            }],
            lifecycleRules: [{ enabled: true, expiration: { days: 2 } }],
        }, { parent: this });

        this.bucketName = bucket.bucket;
        this.registerOutputs({ bucketName: this.bucketName });
    }
}
