"use strict";
const aws = require("@pulumi/aws");

const left = new aws.s3.Bucket("left", {
  corsRules: [{ allowedMethods: ["GET"], allowedOrigins: ["https://left.example.com"], maxAgeSeconds: 30 }],
});
const right = new aws.s3.Bucket("right", {
  corsRules: [{ allowedMethods: ["PUT"], allowedOrigins: ["https://right.example.com"], allowedHeaders: ["*"] }],
});

exports.names = [left.bucket, right.bucket];
