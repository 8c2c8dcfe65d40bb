// Creates the buckets of a new tenant. AWS SDK for JavaScript 2.
var AWS = require('aws-sdk');
var async = require('async');
AWS.config.loadFromPath('./config.json');

var s3 = new AWS.S3({apiVersion: '2006-03-01'});
var tenant = process.argv[2];

var thisConfig = {
  AllowedHeaders: ["Authorization"],
  AllowedMethods: ["GET", "POST"],
  AllowedOrigins: ["https://tenant.example.com"],
  ExposeHeaders: [],
  MaxAgeSeconds: 3000
};

// The SDK wants the rules in an array.
var corsRules = new Array(thisConfig);
var corsParams = {Bucket: tenant, CORSConfiguration: {CORSRules: corsRules}};

async.series([
  function (done) {
    s3.createBucket({Bucket: tenant, ACL: 'private'}, function (err, data) {
      if (err && err.code !== 'BucketAlreadyOwnedByYou') { return done(err); }
      console.log('bucket', data && data.Location);
      done();
    });
  },
  function (done) {
    s3.putBucketCors(corsParams, function (err, data) {
      if (err) {
        console.log("Error", err);
      } else {
        console.log("Success", data);
      }
      done(err);
    });
  }
], function (err) {
  process.exit(err ? 1 : 0);
});
