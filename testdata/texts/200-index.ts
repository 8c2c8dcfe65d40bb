import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import { readFileSync } from "fs";

const config = new pulumi.Config("recipes");
const stack = pulumi.getStack();
const siteUrl = config.require("siteUrl"); // e.g. https://recipes.example.com
const tags = { app: "recipes", stack };

const photos = new aws.s3.BucketV2("photos", { bucketPrefix: `recipes-${stack}-`, tags });

new aws.s3.BucketPublicAccessBlock("photos", {
    bucket: photos.id,
    blockPublicAcls: true,
    blockPublicPolicy: false,
});

const photosCors = new aws.s3.BucketCorsConfigurationV2("photos", {
    bucket: photos.id,
    corsRules: [
        {
            id: "cooks",
            allowedHeaders: ["*"],
            allowedMethods: ["PUT", "POST"],
            allowedOrigins: [siteUrl, "https://kitchen.example.com"],
            exposeHeaders: ["ETag"],
            maxAgeSeconds: 3000,
        },
        {
            allowedMethods: ["GET"],
            allowedOrigins: ["*"],
        },
    ],
}, { dependsOn: [photos] });

new aws.s3.BucketPolicy("photos", {
    bucket: photos.id,
    policy: photos.arn.apply(arn => JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: ["s3:GetObject"], Resource: [`${arn}/public/*`] }],
    })),
});

const api = new awsx.classic.apigateway.API("sign", {
    routes: [{ path: "/sign", method: "POST", eventHandler: async () => ({ statusCode: 200, body: "{}" }) }],
    stageName: stack,
});

export const bucketName = photos.bucket;
export const url = api.url;
export const corsId = photosCors.id;
export const readme = readFileSync("./README.md").toString();
